// Two companies and three books: ours, another one of the same company, and one of another company. Everything that the isolation
// tests try is tried against these rows.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { becoming } from "./become";
import type { Ids } from "./ids";
import { keepFilesOfWorld } from "./import-file";
import { insert, secretHash } from "./insert";
import { makeIds } from "./own-ids";
import { addPerson, type Part, type Person } from "./people";
import { type Cast, rows } from "./rows";

/** The company's day in these tests: a Monday. */
export const TODAY = "2026-03-16";

/** A word that stands in every text of a book, and one in every text that its whole company may read: so a leak shows in any answer. */
const WORDS = { own: "zownbook", otherBook: "zotherbook", otherTenant: "zforeignbook", random: "znowherebook" };
const LABELS = { own: "north", otherBook: "south", otherTenant: "zforeignlabel" };

/** Stands in texts that nobody but the mail job may read. */
export const SEALED = "zsealedtext";

export type Side = {
  tenant: string;
  label: string;
  ids: Ids;
  /** Every client of the book. */
  clients: string[];
  people: Partial<Record<Part, Person>>;
};
export type World = Record<"own" | "otherBook" | "otherTenant", Side> & { random: Ids };

/** Fills an empty, migrated database, signed in once as its owner and once as the app. */
export async function buildWorld(owner: pg.Client, app: pg.Client): Promise<World> {
  keepFilesOfWorld();
  await owner.query("begin");
  const [alder, birch, cedar] = [randomUUID(), randomUUID(), randomUUID()];
  await insert(owner, "identity.tenant", { id: alder, name: "Alder", locale: "en", zone: "Europe/Moscow" });
  await insert(owner, "identity.tenant", { id: birch, name: "Birch", locale: "en", zone: "Asia/Vladivostok" });
  await insert(owner, "identity.tenant", { id: cedar, name: "Cedar", locale: "en", zone: "Europe/Minsk" });
  const side = (tenant: string, name: keyof typeof LABELS, number: number): Side => ({
    tenant,
    label: LABELS[name],
    ids: { ...makeIds(WORDS[name], number), company: tenant === birch ? cedar : tenant },
    clients: [],
    people: {},
  });
  const world: World = {
    own: side(alder, "own", 1),
    otherBook: side(alder, "otherBook", 2),
    otherTenant: side(birch, "otherTenant", 3),
    random: makeIds(WORDS.random, 4),
  };
  await fill(owner, world.own, ["admin", "director", "lead", "kam", "specialist", "auditor", "spare"]);
  await fill(owner, world.otherBook, ["lead", "kam", "spare"]);
  // The KAM of our book works in the other company too, and owns the client there: a session must stay in its company.
  await fill(owner, world.otherTenant, ["admin", "lead", "kam", "spare"], world.own.people.kam);
  await owner.query("commit");
  for (const part of ["admin", "director", "lead"] as const) await order(owner, app, world.own, part);
  await order(owner, app, world.otherBook, "lead");
  await order(owner, app, world.otherTenant, "lead");
  return world;
}

async function fill(owner: pg.Client, side: Side, parts: Part[], kamAccount?: Person): Promise<void> {
  const { tenant, label, ids } = side;
  side.clients.push(ids.client, ids.client2, ids.archivedClient);
  for (const part of parts) {
    const member = part === "spare" ? ids.member : undefined;
    side.people[part] = await addPerson(
      owner,
      { tenant, label, part, member },
      part === "kam" ? kamAccount : undefined,
    );
  }
  const member = (part: Part) => personOf(side, part).member;
  const cast: Cast = {
    label,
    owner: member("kam"),
    deputy: ids.member,
    lead: member("lead"),
    specialist: side.people.specialist?.member ?? null,
  };
  for (const [table, of] of Object.entries(rows)) {
    for (const row of [of(ids, cast)].flat()) await insert(owner, table, { tenant_id: tenant, ...row });
  }
  await insert(owner, "identity.sealed_mail", { tenant_id: tenant, mail_id: ids.mail, body: SEALED });
  const person = personOf(side, "kam").person;
  await insert(owner, "identity.reset_token", { token_hash: secretHash(ids.resetToken), person_id: person });
}

/** An order that its maker can undo, on a client of its own: moves it from the colleague to the KAM. */
async function order(owner: pg.Client, app: pg.Client, side: Side, part: Part): Promise<void> {
  const maker = personOf(side, part);
  const id = randomUUID();
  side.clients.push(id);
  const name = `moved by ${part} ${side.ids.word}`;
  const client = { tenant_id: side.tenant, id, code: name, kind: "person", name, name_key: name, since: "2024-01-01" };
  await insert(owner, "client", client);
  const member_id = side.ids.member;
  const assignment = { member_id, role: "primary", starts_on: "2024-01-01", share: 100 };
  await insert(owner, "assignment", { tenant_id: side.tenant, client_id: id, ...assignment });
  const reach = part === "lead" ? "reach_few" : "reach_all";
  maker.transfer = await becoming(app, { ...maker, reach, ability: "assignment:edit", today: TODAY }, async () => {
    const { rows: made } = await app.query<{ id: string }>(
      "select app.assign($1, 'primary', $2, $3, null, null, 'world') as id",
      [[id], personOf(side, "kam").member, TODAY],
    );
    return made[0]?.id ?? "";
  });
}

/** The ids of a column of the doors test, as this caller knows them: what is a person's own differs from caller to caller. */
export function idsFor(world: World, column: keyof World, caller: Person): Ids {
  if (column === "random") return world.random;
  const { ids, people } = world[column];
  // The KAM of the other company is ours too: what is theirs alone is taken from somebody else.
  const self =
    column === "own" ? caller : column === "otherTenant" ? personOf(world[column], "lead") : (people.kam ?? caller);
  const maker = column === "own" && (caller.part === "admin" || caller.part === "director") ? caller : people.lead;
  return { ...ids, savedView: self.savedView, session: self.session, transfer: maker?.transfer ?? caller.transfer };
}

export function personOf(side: Side, part: Part): Person {
  const found = side.people[part];
  if (!found) throw new Error(`Nobody is ${part} in ${side.label}.`);
  return found;
}
