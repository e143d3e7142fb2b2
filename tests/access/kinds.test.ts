// The kinds of app.isolate that no table uses yet, tried on tables of this test alone.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database-setup";
import { catalogueFindings } from "./catalogue/catalogue";
import { becoming, enter } from "./world/become";
import { insert } from "./world/insert";
import { type Opened, openWorld } from "./world/open";
import type { Part } from "./world/people";
import { sees } from "./world/sees";
import { personOf, TODAY } from "./world/world";

const kinds = ["tenant", "client", "work", "person", "own", "pay", "admin"] as const;
type Kind = (typeof kinds)[number];
let opened: Opened;

beforeAll(async () => {
  opened = await openWorld(testDatabase());
  const { owner } = opened;
  for (const kind of kinds) {
    await owner.query(`create table try_${kind} (tenant_id uuid not null default app.tenant(), id uuid not null default gen_random_uuid(), label text not null,
      secret text, client_id uuid, member_id uuid, owner_id uuid, assignee_id uuid, primary key (tenant_id, id),
      foreign key (tenant_id, client_id) references client (tenant_id, id))`);
    const reads = kind === "admin" ? "'{audit:read}'" : "null";
    const people = kind === "work" ? "'{owner_id,assignee_id}'" : "'{owner_id}'";
    await owner.query(`select app.isolate('try_${kind}', '${kind}', '{client:edit}', ${reads}, people => ${people})`);
    for (const row of rowsOf()) await insert(owner, `try_${kind}`, row);
  }
});
afterAll(() => opened.close());

/** Rows of clients in three books, and rows of people without a client. */
function rowsOf() {
  const { own, otherBook, otherTenant } = opened.world;
  const of = (side: typeof own, label: string, more: object) => ({
    tenant_id: side.tenant,
    label,
    secret: "ours",
    ...more,
  });
  const person = (side: typeof own, part: Part) => {
    const { member } = personOf(side, part);
    return { member_id: member, owner_id: member };
  };
  return [
    of(own, "our client", { client_id: own.ids.client, ...person(own, "spare") }),
    of(own, "their client, mine", { client_id: otherBook.ids.client, ...person(own, "kam") }),
    of(otherBook, "their client", { client_id: otherBook.ids.client, ...person(otherBook, "kam") }),
    of(own, "no client, KAM's", person(own, "kam")),
    of(own, "no client, assigned to the KAM", { ...person(own, "spare"), assignee_id: personOf(own, "kam").member }),
    of(own, "no client, lead's", person(own, "lead")),
    of(otherBook, "no client, other KAM's", person(otherBook, "kam")),
    of(otherTenant, "foreign", { client_id: otherTenant.ids.client, ...person(otherTenant, "kam") }),
    of(otherTenant, "foreign, no client", person(otherTenant, "kam")),
  ];
}

const ours = [
  "our client",
  "their client, mine",
  "their client",
  "no client, KAM's",
  "no client, assigned to the KAM",
  "no client, lead's",
  "no client, other KAM's",
];
const team = [
  "our client",
  "their client, mine",
  "no client, KAM's",
  "no client, assigned to the KAM",
  "no client, lead's",
];
const withClient = ours.slice(0, 3);
const mine = ["their client, mine", "no client, KAM's"];

/** Labels that a part sees, by kind, in the words of isolation.md. */
const expected: Record<Kind, Partial<Record<Part, string[]>>> = {
  tenant: { kam: ours, lead: ours, specialist: ours, admin: ours, director: ours, auditor: ours },
  client: {
    kam: ["our client"],
    lead: ["our client"],
    specialist: ["our client"],
    admin: ours,
    director: ours,
    auditor: ours,
  },
  work: {
    kam: ["our client", "no client, KAM's", "no client, assigned to the KAM"],
    lead: ["our client", "no client, lead's"],
    specialist: ["our client"],
    admin: withClient,
    director: withClient,
  },
  person: { kam: mine, lead: team, specialist: [], admin: [], director: [], auditor: [] },
  own: { kam: mine, lead: ["no client, lead's"], specialist: [], admin: [], director: [], auditor: [] },
  pay: { kam: mine, lead: team, specialist: [], admin: [], director: ours, auditor: ours },
  admin: { kam: ours, admin: ours },
};

const cells = kinds.flatMap((kind) =>
  Object.entries(expected[kind]).flatMap(([part, labels]) =>
    reachesOf(part as Part).map((reach) => ({ kind, part: part as Part, reach, labels })),
  ),
);

function reachesOf(part: Part): string[] {
  return sees(part) === "all" ? ["reach_all"] : ["reach_few", "reach_many"];
}

function identity(part: Part, reach: string, ability = "audit:read") {
  const { tenant, member } = personOf(opened.world.own, part);
  return { reach, tenant, member, ability, today: TODAY };
}

describe("app.isolate", () => {
  it("makes tables that the catalogue finds nothing wrong with", async () => {
    expect(await catalogueFindings(opened.owner)).toEqual([]);
  });

  it.each(cells)("$kind: $part as $reach sees $labels", async ({ kind, part, reach, labels }) => {
    const { rows } = await becoming(opened.app, identity(part, reach), () =>
      opened.app.query<{ label: string }>(`select label from try_${kind}`),
    );
    const seen = rows.map((row) => row.label);
    expect(seen.sort()).toEqual([...labels].sort());
  });

  it.each(cells)("$kind: $part as $reach writes no more than that", async ({ kind, part, reach, labels }) => {
    const { app } = opened;
    await app.query("begin");
    await enter(app, identity(part, reach, "client:edit"));
    const updated = await app.query(`update try_${kind} set secret = 'changed'`);
    const moved = await app
      .query(`update try_${kind} set client_id = $1`, [opened.world.otherTenant.ids.client])
      .catch((error: { code: string }) => error.code);
    await app.query("rollback");
    expect(updated.rowCount).toBe(kind === "admin" ? ours.length : labels.length);
    if (labels.length > 0) expect(["42501", "23503"]).toContain(moved);
  });

  it("admin: another ability reads nothing", async () => {
    const who = identity("admin", "reach_all", "client:read");
    const { rowCount } = await becoming(opened.app, who, () => opened.app.query("select from try_admin"));
    expect(rowCount).toBe(0);
  });

  it("work: a row without a client cannot be given to others' reach by taking the client away", async () => {
    const who = identity("kam", "reach_few", "client:edit");
    const take = () => opened.app.query("update try_work set client_id = null where label = 'our client'");
    await expect(becoming(opened.app, who, take)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("app.share_with_guest", () => {
  const object = randomUUID();

  beforeAll(async () => {
    const { owner, world } = opened;
    await insert(owner, "try_client", {
      tenant_id: world.own.tenant,
      id: object,
      label: "shared",
      secret: "ours",
      client_id: world.own.ids.client,
    });
    await owner.query(
      "select app.share_with_guest('try_client', '{tenant_id,id,label}', 'id = (select app.guest_object())')",
    );
  });

  const asGuest = async (tenant: string | null, guest: string | null, query: string) => {
    const { app } = opened;
    await app.query("begin");
    try {
      await enter(app, { reach: "reach_guest", tenant, member: null, ability: "", today: TODAY });
      await app.query("select set_config('app.guest', $1, true)", [guest ?? ""]);
      return (await app.query(query)).rows;
    } finally {
      await app.query("rollback");
    }
  };

  it("shows the named columns of the one object", async () => {
    expect(await asGuest(opened.world.own.tenant, object, "select id, label from try_client")).toEqual([
      { id: object, label: "shared" },
    ]);
  });

  it("shows nothing of another object, another company, or without an object", async () => {
    const query = "select id from try_client";
    expect(await asGuest(opened.world.own.tenant, randomUUID(), query)).toEqual([]);
    expect(await asGuest(opened.world.otherTenant.tenant, object, query)).toEqual([]);
    expect(await asGuest(opened.world.own.tenant, null, query)).toEqual([]);
    expect(await asGuest(null, object, query)).toEqual([]);
  });

  it.each([
    "select secret from try_client",
    "select * from try_client",
    "update try_client set label = ''",
    "delete from try_client",
    "select id from client",
    "select app.client_ids()",
  ])("is denied %s", async (query) => {
    await expect(asGuest(opened.world.own.tenant, object, query)).rejects.toMatchObject({ code: "42501" });
  });
});
