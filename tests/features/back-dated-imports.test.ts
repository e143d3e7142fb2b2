// Orders from past days on while imports of the same clients' sales write: whoever comes first, every sale is its day's owner's.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { assignClients } from "@/lib/features/assignments/actions";
import { expectRollUps } from "@/tests/soak/roll-ups";
import { codeOf, type Person, TODAY } from "./assignments-house";
import { fileOf, type ImportHouse, openImports } from "./imports-house";
import { dice } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const CLIENTS = 40;
let here: ImportHouse;
const people: Person[] = [];
const clients: string[] = [];

beforeAll(async () => {
  here = await openImports({ currency: "USD", locale: "en" });
  for (const name of ["A", "B", "C"]) people.push(await here.house.person(name, "kam"));
  for (let n = 0; n < CLIENTS; n++)
    clients.push(await here.house.client(`Client ${n}`, people[n % 3] ?? null, { code: `C${n}` }));
});
afterAll(() => here.house.close());

const deadlocks = async () =>
  (
    await here.house.rows<{ n: string }>(
      "select deadlocks as n from pg_stat_database where datname = current_database()",
      [],
    )
  )[0]?.n;

it("R84 R46 six imports and two dozen orders at once: no deadlock, no sale with an owner of another time, roll-ups as the sales", async () => {
  const { house, admin } = here;
  const roll = dice(46);
  const before = await deadlocks();
  const importing = (async () => {
    for (let n = 0; n < 6; n++) {
      // Clients in no order: as a file has them.
      const lines = Array.from({ length: 300 }, (_, at) => {
        const day = addDays(TODAY, -1 - roll(200));
        return `D${n}-${at},1,${day},C${roll(CLIENTS)},${(roll(90_000) + 100) / 100}`;
      });
      const path = fileOf(`document,line,date,client,amount\n${lines.join("\n")}\n`);
      expect(await here.load({ kind: "sales", path })).toMatchObject({ status: "done", result: { create: 300 } });
    }
  })();
  house.sit(admin);
  const codes = new Map<string, number>();
  for (let n = 0; n < 25; n++) {
    const some = [...new Set(Array.from({ length: 6 }, () => clients[roll(CLIENTS)] ?? ""))];
    const result = await house.send(assignClients, {
      ...{ clients: some, role: "primary", to: people[roll(3)]?.member ?? null, on: addDays(TODAY, 25 + n - 200) },
      ...{ until: null, share: null, reason: null },
    });
    codes.set(codeOf(result), (codes.get(codeOf(result)) ?? 0) + 1);
    // One client that cannot go stops all; alone the others can.
    for (const client of result.ok ? [] : some)
      await house.send(assignClients, {
        ...{
          clients: [client],
          role: "primary",
          to: people[roll(3)]?.member ?? null,
          on: addDays(TODAY, 25 + n - 200),
        },
        ...{ until: null, share: null, reason: null },
      });
  }
  await importing;
  expect([...codes.keys()].filter((code) => !["ok", "same-owner", "import-writing"].includes(code))).toEqual([]);
  const moved = await house.rows("select 1 from transfer where tenant_id = $1", [house.company]);
  expect(moved.length).toBeGreaterThan(12);
  const wrong = await house.rows(
    `select l.id from sale_line l where l.owner_id is distinct from (select a.member_id from assignment a where a.client_id = l.client_id and a.role = 'primary'
       and l.sold_on <@ daterange(a.starts_on, a.ends_on))`,
    [],
  );
  expect(wrong).toEqual([]);
  await expectRollUps(house.owner);
  expect(await deadlocks()).toBe(before);
}, 120_000);
