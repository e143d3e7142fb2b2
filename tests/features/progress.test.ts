import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadClient } from "@/lib/features/clients/queries";
import { loadCreditLines, loadProgress } from "@/lib/features/progress/queries";
import { creditLineFilter, progressFilter } from "@/lib/features/progress/schema";
import { loadToday } from "@/lib/features/today/queries";
import type { Person } from "./assignments-house";
import { ProgressHouse } from "./progress-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: ProgressHouse;
const who: Record<string, Person> = {};
const id: Record<string, string> = {};
const person = (name: string): Person => {
  const found = who[name];
  if (!found) throw new Error(name);
  return found;
};
const client = (name: string) => id[name] ?? "";

const asked = (values: Record<string, string>) => loadProgress(progressFilter.parse(values));
async function as(name: string, values: Record<string, string> = {}) {
  at.house.sit(person(name));
  return asked(values);
}
const facts = (progress: Awaited<ReturnType<typeof asked>>) =>
  Object.fromEntries(progress.lines.map(({ key, label, standing }) => [label ?? key, Number(standing.fact)]));

beforeAll(async () => {
  at = await ProgressHouse.open();
  const { house } = at;
  for (const name of ["А", "Б", "Чужая"]) who[name] = await house.person(name, "kam");
  who.Лид = await house.person("Лид", "lead", "kam");
  who.Другой = await house.person("Другой", "lead");
  who.Директор = await house.person("Директор", "director");
  await house.team("Север", person("Лид"), person("А"), person("Б"));
  await house.team("Юг", person("Другой"), person("Чужая"));
  // R25's vector: the client moves from A to B on 16 June.
  id.Переезд = await house.client("Переезд", null);
  await house.assign(client("Переезд"), person("А"), { ends_on: "2026-06-16" });
  await house.assign(client("Переезд"), person("Б"), { starts_on: "2026-06-16" });
  await at.sell(client("Переезд"), "2026-06-10", 100);
  await at.sell(client("Переезд"), "2026-06-20", 50);
  id.Лидов = await house.client("Лидов", person("Лид"));
  await at.sell(client("Лидов"), "2026-03-03", 1_000);
  id.Чужой = await house.client("Секрет Чужой", person("Чужая"));
  await at.sell(client("Чужой"), "2026-05-05", 70_000);
  const cells = await at.plan(person("А"), "book", "2026-01-01", 0);
  await at.cell(cells, person("А"), client("Переезд"), "2026-06-01", 80, 160);
  await house.owner.query("insert into plan_credit values ($1, $2, '2026-06-01', $3, 'Переезд', $4, 80, 0)", [
    ...[house.company, person("Б").member, client("Переезд"), cells],
  ]);
  const own = await at.plan(person("Лид"), "book", "2026-01-01", 4_000);
  for (const month of [1, 4, 7, 10])
    await at.figure(own, person("Лид"), `2026-${String(month).padStart(2, "0")}-01`, 3, 1_000);
  await at.plan(person("Лид"), "team", "2026-01-01", 99_000);
  const far = await at.plan(person("Чужая"), "book", "2026-01-01", 0);
  await at.cell(far, person("Чужая"), client("Чужой"), "2026-05-01", 5_555);
});
afterAll(() => at.house.close());

describe("R93 whose figures", () => {
  it("a client that moves on 16 June leaves A 100 and gives B 50; its own year shows 150", async () => {
    expect(facts(await as("А"))).toEqual({ Переезд: 100 });
    expect(facts(await as("Б"))).toEqual({ Переезд: 50 });
    const team = await as("Лид", { by: "manager" });
    expect(facts(team)).toEqual({ А: 100, Б: 50, Лид: 1_000 });
    expect(facts(await as("Лид", { by: "client" }))).toEqual({ Переезд: 150, Лидов: 1_000 });
  });

  it("A keeps the figure with the client's name of that time and may not open it", async () => {
    const [line] = (await as("А")).lines;
    expect(line).toMatchObject({ label: "Переезд", reached: false });
    expect((await as("Б")).lines[0]).toMatchObject({ label: "Переезд", reached: true });
    expect((await as("А", { by: "region" })).lines.map(({ key }) => key)).toEqual(["away"]);
  });

  it("by today's owner everything is B's; the view says so", async () => {
    const team = await as("Лид", { by: "manager", view: "owner" });
    expect(facts(team)).toEqual({ Б: 150, Лид: 1_000 });
    expect(team.state.view).toBe("owner");
    expect(team.lines.find(({ label }) => label === "Б")?.standing.plan).toBe(160n);
  });

  it("the approved plan does not change when a client moves: both sides show what moved", async () => {
    const team = await as("Лид", { by: "manager" });
    const row = (name: string) => team.lines.find(({ label }) => label === name);
    expect(row("А")).toMatchObject({ moved: -80n, standing: { plan: 80n } });
    expect(row("Б")).toMatchObject({ moved: 80n, standing: { plan: 80n } });
  });

  it("a team's total counts each sale and each plan once: the lead's figure for the team is not added to the people's", async () => {
    const { total, above } = await as("Лид", { by: "manager" });
    expect(total.standing.fact).toBe(1_150n);
    expect(total.standing.plan).toBe(4_160n);
    expect(above).toEqual([{ kind: "team", name: "Лид", amount: 99_000n }]);
  });

  it("nothing of another team is told, whatever the address asks for", async () => {
    const asks: Record<string, string>[] = [
      {},
      { member: person("Чужая").member },
      { client: client("Чужой") },
      { lose: client("Чужой") },
    ];
    for (const more of asks) {
      const told = JSON.stringify(await as("Лид", { by: "client", ...more }), (_, value) =>
        typeof value === "bigint" ? String(value) : value,
      );
      expect(told).not.toContain("Секрет");
      expect(told).not.toContain("70000");
      expect(told).not.toContain("5555");
    }
    expect((await as("Директор")).total.standing.fact).toBe(71_150n);
  });

  it("figures follow the team of that date, reach follows today's", async () => {
    const moves = await at.house.person("Перешёл", "kam");
    const teams = await at.house.rows<{ id: string; name: string }>("select id, name from team", []);
    const team = (name: string) => teams.find((one) => one.name === name)?.id ?? "";
    await at.house.row("team_member", {
      ...{
        team_id: team("Юг"),
        member_id: moves.member,
        role: "member",
        starts_on: "2020-01-01",
        ends_on: "2026-05-01",
      },
    });
    await at.house.row("team_member", {
      ...{ team_id: team("Север"), member_id: moves.member, role: "member", starts_on: "2026-05-01" },
    });
    id.Новый = await at.house.client("Новый", moves);
    await at.sell(client("Новый"), "2026-04-30", 7);
    await at.sell(client("Новый"), "2026-05-02", 9);
    expect(facts(await as("Лид", { by: "manager" }))).toMatchObject({ Перешёл: 9 });
    who.Перешёл = moves;
    expect((await as("Перешёл")).total.standing.fact).toBe(16n);
  });
});

describe("R93 the month that is under way", () => {
  it("is told with its working days that are over, so that its plan is not held against a part of it", async () => {
    expect((await as("Лид", { by: "manager" })).running).toEqual({ month: "2026-11-01", passed: 15, total: 21 });
    expect((await as("Лид", { by: "manager", at: "2025-05-01" })).running).toBeNull();
  });
});

describe("R93 the plan where the day is", () => {
  it("a client shows its own plan and year, whoever is credited; a person the own ones", async () => {
    at.house.sit(person("Б"));
    const { plan } = await loadClient(client("Переезд"));
    expect(plan?.year).toMatchObject({ fact: 150n, plan: 160n, toDate: 160n, deviation: -10n });
    expect(plan?.month).toMatchObject({ fact: 0n, plan: null });
    expect((await loadToday()).plan?.year).toMatchObject({ fact: 50n, plan: 80n });
    at.house.sit(person("Чужая"));
    expect((await loadToday()).plan?.year).toMatchObject({ fact: 70_000n, plan: 5_555n });
  });
});

describe("R93 figures open their rows, which add up to them", () => {
  it("manager → clients → months → lines", async () => {
    const team = await as("Лид", { by: "manager" });
    for (const { key, standing } of team.lines) {
      const clients = await asked({ by: "client", member: key });
      expect(sum(clients)).toBe(standing.fact);
      for (const line of clients.lines) {
        const months = await asked({ by: "month", member: key, client: line.key });
        expect(sum(months)).toBe(line.standing.fact);
        for (const month of months.lines.filter((one) => one.standing.fact !== 0n)) {
          const to = month.key.replace(/-(\d\d)-01$/, (_, at) => `-${String(Number(at) + 1).padStart(2, "0")}-01`);
          const found = await loadCreditLines(
            creditLineFilter.parse({ member: key, client: line.key, from: month.key, to }),
          );
          expect(found.total).toBe(month.standing.fact);
          expect(found.credited).toBe(month.standing.fact);
        }
      }
    }
  });

  it.each(["client", "region", "group", "source", "mode", "month"])("split by %s adds up to the total", async (by) => {
    const split = await as("Лид", { by });
    expect(sum(split)).toBe(split.total.standing.fact);
    if (by !== "group" && by !== "source")
      expect(split.lines.reduce((all, { standing }) => all + (standing.plan ?? 0n), 0n)).toBeGreaterThan(0n);
    else expect(split.lines.every(({ standing }) => standing.plan === null)).toBe(true);
  });

  it("lines out of reach stay out, the figure stays", async () => {
    at.house.sit(person("А"));
    const filter = { member: person("А").member, client: client("Переезд"), from: "2026-06-01", to: "2026-07-01" };
    expect(await loadCreditLines(creditLineFilter.parse(filter))).toMatchObject({
      credited: 100n,
      count: 0,
      client: null,
    });
    at.house.sit(person("Другой"));
    expect(await loadCreditLines(creditLineFilter.parse(filter))).toMatchObject({
      credited: null,
      label: null,
      member: null,
    });
  });
});

const sum = ({ lines }: { lines: readonly { standing: { fact: bigint } }[] }) =>
  lines.reduce((total, { standing }) => total + standing.fact, 0n);
