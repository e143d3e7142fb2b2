import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { type Rhythm, rhythmOf } from "@/lib/domain/rhythm";
import { testDatabase } from "@/tests/support/database-setup";
import { House } from "./assignments-house";

type Line = { client: string; day: string; amount: string };

/** A sequence that is the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe("R77 the rhythm that the database keeps", () => {
  let house: House;
  const clients: string[] = [];
  beforeAll(async () => {
    house = await House.open();
    const kam = await house.person("Kim Key", "kam");
    for (let at = 0; at < 5; at++) clients.push(await house.client(`Client ${at}`, kam));
  });
  afterAll(() => house.close());

  async function kept(): Promise<Map<string, Rhythm>> {
    const rows = await house.rows<Rhythm & { client: string }>(
      `select client_id::text client, first_on::text "firstOn", last_on::text "lastOn", purchases, median_gap "medianGap", p90_gap "p90Gap",
         expected_on::text "expectedOn", late_from::text "lateFrom", returned_on::text "returnedOn" from client_rhythm where tenant_id = $1`,
      [house.company],
    );
    return new Map(rows.map(({ client, ...rhythm }) => [client, rhythm]));
  }

  async function wanted(): Promise<Map<string, Rhythm>> {
    const lines = await house.rows<Line>(
      "select client_id::text client, sold_on::text as day, amount::text from sale_line where tenant_id = $1",
      [house.company],
    );
    const found = new Map<string, Rhythm>();
    for (const client of clients) {
      const days = lines.filter((line) => line.client === client && BigInt(line.amount) > 0n).map(({ day }) => day);
      const rhythm = rhythmOf(days);
      if (rhythm) found.set(client, rhythm);
    }
    return found;
  }

  it("is the domain's after any inserts, edits, moves between clients and deletions", async () => {
    const roll = dice(20_261_123);
    let document = 0;
    for (let step = 0; step < 60; step++) {
      const client = clients[roll(clients.length)] ?? "";
      const some = `id in (select id from sale_line where tenant_id = $1 order by md5(id::text || $2) limit ${1 + roll(6)})`;
      const act = roll(6);
      if (act < 3) {
        const count = 1 + roll(12);
        const start = addDays("2021-01-01", roll(1800));
        const gap = 1 + roll(120);
        const values = Array.from({ length: count }, (_, at) => {
          const amount = roll(5) === 0 ? -100 : 100 + roll(1000);
          const other = clients[roll(clients.length)];
          return `($1, '${roll(3) === 0 ? other : client}', '${addDays(start, at * gap)}', 'D${++document}', '1', 'RUB', ${amount}, ${amount}, 'new')`;
        });
        await house.owner.query(
          `insert into sale_line (tenant_id, client_id, sold_on, document, line, currency, amount, base_amount, source) values ${values.join(", ")}`,
          [house.company],
        );
      } else if (act === 3) {
        await house.owner.query(
          `update sale_line set sold_on = sold_on + ${roll(90) - 45}, client_id = $3 where ${some}`,
          [house.company, String(step), client],
        );
      } else if (act === 4) {
        await house.owner.query(
          `update sale_line set amount = -amount, base_amount = -base_amount, source = 'renewal' where ${some}`,
          [house.company, String(step)],
        );
      } else {
        await house.owner.query(`delete from sale_line where ${some}`, [house.company, String(step)]);
      }
      expect(await kept()).toEqual(await wanted());
    }
    await house.owner.query("delete from sale_line where tenant_id = $1", [house.company]);
    expect(await kept()).toEqual(new Map());
  });

  it("two writers at once lose no purchase", async () => {
    const client = clients[0] ?? "";
    const second = new pg.Client({ connectionString: testDatabase().ownerUrl });
    await second.connect();
    const insert = (day: string) =>
      `insert into sale_line (tenant_id, client_id, sold_on, document, line, currency, amount, base_amount, source)
       values ('${house.company}', '${client}', '${day}', 'T${day}', '1', 'RUB', 100, 100, 'new')`;
    await house.owner.query("begin");
    await house.owner.query(insert("2026-01-10"));
    const waiting = second.query(insert("2026-02-10"));
    await house.owner.query("select pg_sleep(0.2)");
    await house.owner.query("commit");
    await waiting;
    await second.end();
    expect((await kept()).get(client)).toMatchObject({ purchases: 2, firstOn: "2026-01-10", lastOn: "2026-02-10" });
  });
});
