// The writes of the kill tests: lanes that register clients and rewrite one of their own, and what must hold afterwards.
import pg from "pg";
import { expect } from "vitest";
import { z } from "zod";
import type { SignedIn } from "./signed-in";

const made = z.object({ id: z.uuid() });

export type ClientWrites = {
  write(of: { number: number; key: string; lane: number }): Promise<void>;
  check(acknowledged: number[], ownerUrl: string): Promise<void>;
};

/** A lane's first write registers its client; then it rewrites that client and registers another one by turns. */
export function clientWrites(person: SignedIn, company: string): ClientWrites {
  const own = new Map<number, { id: string; version: number }>();
  const keys = new Map<number, string>();
  return {
    write: async ({ number, key, lane }) => {
      keys.set(number, key);
      const mine = own.get(lane);
      if (mine && turn(number)) {
        const input = { ...form(`Kill test lane ${lane}`, number), id: mine.id, version: mine.version };
        await person.act("updateClient", { key, company, input });
        mine.version++;
        return;
      }
      const input = {
        ...form(mine ? `Kill test ${number}` : `Kill test lane ${lane}`, number),
        parentId: "",
        ownerId: "",
      };
      const { id } = made.parse(await person.act("createClient", { key, company, input }));
      if (!mine) own.set(lane, { id, version: 1 });
    },
    check: async (acknowledged, ownerUrl) => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        await checkRows(
          client,
          acknowledged.map((number) => ({ number, key: keys.get(number) ?? "" })),
        );
      } finally {
        await client.end();
      }
    },
  };
}

/** `note` carries the number of the write, so that the audit trail tells which writes happened, and how often. */
async function checkRows(client: pg.Client, acknowledged: { number: number; key: string }[]): Promise<void> {
  const { rows: trail } = await client.query<{ number: number; times: number }>(
    `select (changes -> 'note' ->> 1)::int as number, count(*)::int as times from audit_entry
      where table_name = 'client' and changes -> 'note' ->> 1 ~ '^[0-9]+$' group by 1`,
  );
  const times = new Map(trail.map((row) => [row.number, row.times]));
  expect(
    acknowledged.filter(({ number }) => !times.has(number)),
    "acknowledged writes that are lost",
  ).toEqual([]);
  expect(
    trail.filter((row) => row.times !== 1),
    "writes that happened more than once",
  ).toEqual([]);

  const { rows: unanswered } = await client.query(
    `select key from unnest($1::uuid[]) key where not exists (select from idempotency_key i where i.key = key.key and i.result is not null)`,
    [acknowledged.map(({ key }) => key)],
  );
  expect(unanswered, "acknowledged writes without their kept answer").toEqual([]);

  const { rows: broken } = await client.query(
    `select c.name, c.version, c.note from client c where c.name like 'Kill test%' and (
       (select count(*) from assignment a where a.client_id = c.id and a.role = 'primary') <> 1
       or c.version <> (select count(*) from audit_entry e where e.table_name = 'client' and e.row_id = c.id)
       or c.note <> (select e.changes -> 'note' ->> 1 from audit_entry e
         where e.table_name = 'client' and e.row_id = c.id order by e.id desc limit 1))`,
  );
  expect(broken, "clients without one owner, or whose version or note is not what the audit trail says").toEqual([]);
}

function turn(number: number): boolean {
  return Math.floor(number / 4) % 2 === 1;
}

function form(name: string, number: number) {
  const empty = {
    legalName: "",
    inn: "",
    kpp: "",
    ogrn: "",
    industryId: "",
    regionId: "",
    city: "",
    zone: "",
    website: "",
  };
  return {
    ...empty,
    kind: "company",
    name,
    tier: "",
    workMode: "proactive",
    since: "",
    note: String(number),
    tagIds: [],
  };
}
