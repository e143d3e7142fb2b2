// A lead's figures of people who have left the team: of the months in which they were in it, and of nothing else that is theirs.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadClient } from "@/lib/features/clients/queries";
import { loadCreditLines, loadProgress } from "@/lib/features/progress/queries";
import { creditLineFilter, progressFilter } from "@/lib/features/progress/schema";
import { becoming } from "@/tests/access/world/become";
import { testDatabase } from "@/tests/support/database-setup";
import { type Person, TODAY } from "./assignments-house";
import { ProgressHouse } from "./progress-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: ProgressHouse;
const who: Record<string, Person> = {};
const person = (name: string): Person => {
  const found = who[name];
  if (!found) throw new Error(name);
  return found;
};
let [client, stays] = ["", ""];
const app = new pg.Client({ connectionString: testDatabase().appUrl });

const as = (name: string, values: Record<string, string> = {}) => {
  at.house.sit(person(name));
  return loadProgress(progressFilter.parse(values));
};
type Shown = Awaited<ReturnType<typeof as>>;
const rowOf = ({ lines }: Shown, name: string) => lines.find(({ label }) => label === name);
const sum = ({ lines }: Shown) => lines.reduce((all, { standing }) => all + standing.fact, 0n);

async function place(team: string, of: Person, starts_on: string, ends_on: string | null = null): Promise<void> {
  await at.house.row("team_member", { team_id: team, member_id: of.member, role: "member", starts_on, ends_on });
}

/** The months of somebody's figures that row security itself lets a member read, whatever a screen asks for. */
async function monthsRead(reader: string, of: string, table: "credit_month" | "plan_credit"): Promise<string[]> {
  const who = { tenant: at.house.company, member: person(reader).member, reach: "reach_few", ability: "client:read" };
  const { rows } = await becoming(app, { ...who, today: TODAY }, () =>
    app.query<{ month: string }>(`select distinct month::text from ${table} where member_id = $1 order by 1`, [
      person(of).member,
    ]),
  );
  return rows.map(({ month }) => month);
}

beforeAll(async () => {
  await app.connect();
  at = await ProgressHouse.open();
  const { house } = at;
  for (const name of ["Осталась", "Ушла", "Сосед"]) who[name] = await house.person(name, "kam");
  who.Уволен = await house.person("Уволен", "kam");
  who.Лид = await house.person("Лид", "lead");
  who.Другой = await house.person("Другой", "lead");
  who.Начальник = await house.person("Начальник", "lead");
  await house.team("Север", person("Лид"), person("Осталась"));
  await house.team("Юг", person("Другой"), person("Сосед"));
  await house.team("Всё", person("Начальник"));
  const rows = await house.rows<{ id: string; name: string }>("select id, name from team", []);
  const team = (name: string) => rows.find((one) => one.name === name)?.id ?? "";
  // North stood below the whole until the end of February.
  await house.row("team_link", {
    ...{ team_id: team("Север"), parent_id: team("Всё"), starts_on: "2025-01-01", ends_on: "2026-03-01" },
  });
  await place(team("Север"), person("Ушла"), "2025-02-01", "2026-05-12");
  await place(team("Юг"), person("Ушла"), "2026-05-12");
  await place(team("Север"), person("Уволен"), "2025-01-01", "2026-04-01");
  await house.owner.query("update member set left_on = '2026-04-01' where id = $1", [person("Уволен").member]);

  client = await house.client("Секрет Ушедшей", person("Ушла"));
  stays = await house.client("Здешний", person("Осталась"));
  const days = ["2023-12-05", "2024-03-05", "2025-03-05", "2026-02-05", "2026-03-05", "2026-05-05", "2026-06-05"];
  for (const [n, day] of days.entries()) await at.sell(client, day, 10 ** n);
  await at.sell(stays, "2026-03-10", 7);
  const cells = await at.plan(person("Ушла"), "book", "2026-01-01", 0);
  for (const month of ["2026-03-01", "2026-05-01"]) await at.cell(cells, person("Ушла"), client, month, 700);
  const figures = await at.plan(person("Уволен"), "book", "2026-01-01", 4_000);
  for (const month of [1, 4, 7, 10])
    await at.figure(figures, person("Уволен"), `2026-${String(month).padStart(2, "0")}-01`, 3, 1_000);
});
afterAll(async () => {
  await app.end();
  await at.house.close();
});

describe("R93 figures of people who have left the team", () => {
  it("count for the months in which they were in it: sold, planned, and compared with the year before", async () => {
    const year = await as("Лид", { by: "manager" });
    // February and March; May belongs to where she stood on its last day.
    expect(rowOf(year, "Ушла")?.standing).toMatchObject({ fact: 1_000n + 10_000n, plan: 700n });
    expect(rowOf(year, "Осталась")?.standing.fact).toBe(7n);
    // A quarter of the dismissed one's plan without clients: he was there on the last day of March, not of April.
    expect(rowOf(year, "Уволен")?.standing).toMatchObject({ fact: 0n, plan: 1_000n });
    expect(year.total.standing).toMatchObject({ fact: 11_007n, plan: 1_700n });
    const months = rowOf(year, "Ушла")?.months.filter(({ fact }) => fact !== 0n);
    expect(months?.map(({ month, fact, lastYear }) => [month, fact, lastYear])).toEqual([
      ["2026-02-01", 1_000n, 0n],
      ["2026-03-01", 10_000n, 100n],
    ]);
    expect(
      rowOf(await as("Лид", { by: "manager", period: "month", at: "2026-03-15" }), "Ушла")?.standing,
    ).toMatchObject({
      fact: 10_000n,
      plan: 700n,
      growth: 99,
    });
    expect(rowOf(await as("Лид", { by: "manager", period: "month", at: "2026-05-15" }), "Ушла")).toBeUndefined();
    const before = await as("Лид", { by: "manager", at: "2025-06-01" });
    expect(rowOf(before, "Ушла")?.standing.fact).toBe(100n);
  });

  it("and go on with where they went, so that no sale is in two teams", async () => {
    expect(rowOf(await as("Другой", { by: "manager" }), "Ушла")?.standing).toMatchObject({
      fact: 100_000n + 1_000_000n,
      plan: 700n,
    });
    // What stood below the whole did so until the end of February.
    expect((await as("Начальник", { by: "manager" })).total.standing.fact).toBe(1_000n);
  });

  it("open their rows, which add up: clients by their names of then without a link, months, and lines that stay closed", async () => {
    const member = person("Ушла").member;
    const clients = await as("Лид", { by: "client", member });
    expect(sum(clients)).toBe(11_000n);
    expect(clients.lines).toMatchObject([{ label: "Секрет Ушедшей", reached: false, reasons: [] }]);
    const months = await as("Лид", { by: "month", member, client });
    expect(sum(months)).toBe(11_000n);
    for (const by of ["region", "mode", "group", "source"]) expect(sum(await as("Лид", { by, member }))).toBe(11_000n);
    const lines = (from: string, to: string) => loadCreditLines(creditLineFilter.parse({ member, client, from, to }));
    expect(await lines("2026-03-01", "2026-04-01")).toMatchObject({ credited: 10_000n, count: 0, client: null });
    expect(await lines("2026-05-01", "2026-07-01")).toMatchObject({ credited: null, label: null, member: null });
  });

  it("and open nothing else: not the client, not the months before and after, not to colleagues or other leads", async () => {
    at.house.sit(person("Лид"));
    await expect(loadClient(client)).rejects.toThrow();
    // With the same months a year earlier, which they are compared with.
    const team = ["2024-03-01", "2025-03-01", "2026-02-01", "2026-03-01"];
    expect(await monthsRead("Лид", "Ушла", "credit_month")).toEqual(team);
    expect(await monthsRead("Лид", "Ушла", "plan_credit")).toEqual(["2026-03-01"]);
    expect(await monthsRead("Осталась", "Ушла", "credit_month")).toEqual([]);
    expect(await monthsRead("Начальник", "Ушла", "credit_month")).toEqual(["2024-03-01", "2025-03-01", "2026-02-01"]);
    expect(await monthsRead("Другой", "Осталась", "credit_month")).toEqual([]);
    await at.house.owner.query("update member set roles = '{kam}' where id = $1", [person("Лид").member]);
    expect(await monthsRead("Лид", "Ушла", "credit_month")).toEqual([]);
    await at.house.owner.query("update member set roles = '{lead}' where id = $1", [person("Лид").member]);
  });
});
