// What a director sees of the whole company is read from sums that the database keeps; here it is added up from the months themselves.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { expectRollUps } from "@/tests/soak/roll-ups";
import type { Person } from "./assignments-house";
import { ProgressHouse } from "./progress-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: ProgressHouse;
let director: Person;
const days = ["2025-03-03", "2025-11-30", "2026-01-01", "2026-04-30", "2026-05-01", "2026-05-31", "2026-06-15"];

beforeAll(async () => {
  at = await ProgressHouse.open();
  const { house } = at;
  director = await house.person("Директор", "director");
  const kams = [await house.person("А", "kam"), await house.person("Б", "kam")];
  for (const [place, kam] of kams.entries())
    for (let n = 0; n < 4; n++) {
      const client = await house.client(`Клиент ${place}${n}`, kam);
      for (const [k, day] of days.entries())
        if ((n + k) % 3 !== 0)
          await at.sell(client, day, 100 * (n + 1) + k, { source: ["new", "growth", "renewal"][(n + k) % 3] });
      // Sold and brought back in one month: a row that adds up to nothing.
      await at.sell(client, "2026-02-02", 500);
      await at.sell(client, "2026-02-20", -500);
      await house.owner.query("update client set name = name || ' ООО' where tenant_id = $1 and id = $2", [
        house.company,
        n === 1 ? client : null,
      ]);
      await at.sell(client, "2026-06-16", 7);
    }
});
afterAll(() => at.house.close());

const spans = [
  ["month", "2026-05-10", "2026-05-01", "2026-06-01"],
  ["month", "2026-02-10", "2026-02-01", "2026-03-01"],
  ["quarter", "2026-05-10", "2026-04-01", "2026-07-01"],
  ["year", "2026-05-10", "2026-01-01", "2027-01-01"],
  ["year", "2025-05-10", "2025-01-01", "2026-01-01"],
] as const;

it.each(
  spans.flatMap((span) =>
    ["", "new"].flatMap((source) => (["client", "manager"] as const).map((by) => [...span, by, source] as const)),
  ),
)(
  "R93 %s at %s, months from %s to %s by %s %s: the sums are those of the months",
  async (period, day, from, to, by, source) => {
    at.house.sit(director);
    const told = await loadProgress(
      progressFilter.parse({ period, at: day, by, calendar: "1", ...(source ? { source } : {}) }),
    );
    const rows = await at.house.rows<{ key: string; fact: string }>(
      `select ${by === "client" ? "client_id" : "member_id"}::text as key, sum(amount)::text as fact from credit_month
     where tenant_id = $1 and month >= $2 and month < $3 and ($4 = '' or source = $4) group by 1 having sum(amount) <> 0`,
      [at.house.company, from, to, source],
    );
    const sums = told.lines.filter(({ standing }) => standing.fact !== 0n);
    expect(Object.fromEntries(sums.map(({ key, standing }) => [key, String(standing.fact)]))).toEqual(
      Object.fromEntries(rows.map(({ key, fact }) => [key, fact])),
    );
    expect(told.total.standing.fact).toBe(rows.reduce((sum, { fact }) => sum + BigInt(fact), 0n));
    expect(told.total.clients).toBe(
      (
        await at.house.rows(
          "select distinct client_id from credit_month where tenant_id = $1 and month >= $2 and month < $3 and ($4 = '' or source = $4)",
          [at.house.company, from, to, source],
        )
      ).length,
    );
  },
);

it("R93 a client is told by the name of the months that are looked at", async () => {
  at.house.sit(director);
  const [renamed] = await at.house.rows<{ id: string }>(
    "select id::text from client where tenant_id = $1 and name = $2",
    [...[at.house.company, "Клиент 01 ООО"]],
  );
  const named = async (period: string, day: string) =>
    (await loadProgress(progressFilter.parse({ period, at: day, client: renamed?.id ?? "", calendar: "1" }))).narrowed
      .client;
  expect(await named("month", "2026-05-10")).toBe("Клиент 01");
  expect(await named("year", "2026-05-10")).toBe("Клиент 01 ООО");
});

it("R93 the kept sums follow what is written at once, changed and taken back", async () => {
  const { owner, company } = at.house;
  await owner.query("begin");
  await owner.query(
    "update sale_line set sold_on = sold_on - 40, base_amount = base_amount + 1, amount = amount + 1 where tenant_id = $1 and sold_on > '2026-04-01'",
    [company],
  );
  await owner.query("delete from sale_line where tenant_id = $1 and sold_on < '2025-06-01'", [company]);
  await owner.query("commit");
  await expectRollUps(owner);
  await owner.query("delete from sale_line where tenant_id = $1", [company]);
  for (const table of ["client_turnover", "member_month", "member_client"])
    expect(await at.house.rows(`select from ${table} where tenant_id = $1`, [company])).toEqual([]);
});
