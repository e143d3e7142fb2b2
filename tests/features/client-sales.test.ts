import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { loadClientSaleLines, loadClientSales } from "@/lib/features/clients/queries/client-sales";
import { releaseStage, setStage } from "@/lib/features/sales/actions";
import { lifeStages } from "@/lib/features/sales/jobs";
import { saleLineFilter } from "@/lib/features/sales/schema";
import { codeOf, granted, House, type Person, TODAY } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
const id: Record<string, string> = {};
let document = 0;

const sell = (client: string, day: string, amount: number, more: Record<string, unknown> = {}) =>
  house.row("sale_line", {
    ...{
      client_id: id[client],
      sold_on: day,
      document: `D${++document}`,
      line: "1",
      currency: "RUB",
      source: "renewal",
    },
    ...{ amount, base_amount: amount, ...more },
  });
const asked = (values: Record<string, string>) => saleLineFilter.parse(values);
const book = (values: Record<string, string | string[]> = {}) =>
  loadBook(bookFilter.parse({ group: "none", ...values }));
const sales = async (client: string) => (await loadClientSales(id[client] ?? "")).sales;
const nightly = () => lifeStages({ tenant: house.company });

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  for (const name of ["Ровный", "Тихий", "Мелкий", "Пустой"]) id[name] = await house.client(name, anna);
  id.Чужой = await house.client("Чужой", boris);
  const tea = await house.row("product_group", { name: "Чай" });
  // Every month for three years, growing; one return; two documents in a month of two groups.
  for (let month = 0; month < 36; month++) {
    const day = addDays("2023-12-10", Math.round(month * 30.44));
    if (day <= TODAY) await sell("Ровный", day, 10_000 + month * 500);
  }
  await sell("Ровный", "2026-05-20", 4_000, { group_id: tea });
  await sell("Ровный", "2026-06-20", -1_500, { group_id: tea });
  // Every thirty days until 41 days ago.
  for (let gap = 8; gap >= 0; gap--) await sell("Тихий", addDays(TODAY, -46 - gap * 30), 3_000);
  await sell("Мелкий", "2026-10-01", 100);
  await sell("Чужой", "2026-09-01", 900_000);
  house.sit(anna);
});
afterAll(() => house.close());

describe("R24 R77 the sales of a client", () => {
  it("totals open their rows, which add up to them", async () => {
    const { months, groups, sources, year, turnover, returns } = await sales("Ровный");
    const total = async (values: Record<string, string>) =>
      (await loadClientSaleLines(id.Ровный ?? "", asked(values))).lines.totals.amount;
    for (const [at, { month, amount }] of months.entries())
      expect(await total({ from: month, to: months[at + 1]?.month ?? "2026-12-01" })).toBe(amount);
    for (const { id: group, amount } of groups) expect(await total({ ...year, group: group ?? "none" })).toBe(amount);
    for (const { source, amount } of sources) expect(await total({ ...year, source })).toBe(amount);
    expect(await total({ ...year, returns: "1" })).toBe(returns.amount);
    expect(await total(year)).toBe(turnover.amount);
    expect(groups.reduce((sum, { amount }) => sum + amount, 0n)).toBe(turnover.amount);
  });

  it("lines come in pages of the whole that is summed", async () => {
    const first = (await loadClientSaleLines(id.Ровный ?? "", asked({ size: "10" }))).lines;
    const fourth = (await loadClientSaleLines(id.Ровный ?? "", asked({ size: "10", page: "4" }))).lines;
    expect(first.rows).toHaveLength(10);
    expect(first.totals).toEqual(fourth.totals);
    expect(fourth.rows.map(({ id: row }) => row)).not.toContain(first.rows[0]?.id);
    expect((await loadClientSaleLines(id.Ровный ?? "", asked({ page: "99" }))).lines.state.page).toBe(1);
  });

  it("share, class and concentration are within the viewer's reach", async () => {
    const own = await sales("Ровный");
    expect(own.place.clients).toBe(4);
    expect(own.place.abc).toBe("A");
    const { concentration, rows } = await book();
    expect(concentration.turnover).toBe(rows.reduce((sum, { figures }) => sum + (figures?.turnover ?? 0n), 0n));
    expect(concentration.top?.clients.map(({ name }) => name)).toEqual(["Ровный", "Тихий", "Мелкий"]);
    expect(rows.find(({ name }) => name === "Ровный")?.figures?.share).toBeCloseTo(own.place.share ?? 0, 12);
    await expect(loadClientSales(id.Чужой ?? "")).rejects.toMatchObject({ to: "not-found" });
    await expect(loadClientSaleLines(id.Чужой ?? "", asked({}))).rejects.toMatchObject({ to: "not-found" });
  });

  it("a client that never bought has no figures and no stage", async () => {
    const { rhythm, place, stages, turnover } = await sales("Пустой");
    expect({ rhythm, abc: place.abc, stages }).toEqual({ rhythm: null, abc: null, stages: [] });
    expect(turnover).toEqual({ amount: 0n, before: 0n, growth: null });
  });
});

describe("R77 the book", () => {
  it("marks who is late by the own rhythm, filters and counts them", async () => {
    const late = await book({ missed: "1" });
    expect(late.rows.map(({ name }) => name)).toEqual(["Тихий"]);
    expect(late.rows[0]?.figures?.rhythm).toMatchObject({ state: "late", silentFor: 46, medianGap: 30, lateBy: 16 });
    expect(late.facets.missed).toBe(1);
    expect((await book({ abc: "C" })).rows.map(({ name }) => name)).toEqual(["Мелкий"]);
  });

  it("sorts by figures, the unknown last either way; sums are those of the rows", async () => {
    const names = async (sort: string) => (await book({ sort })).rows.map(({ name }) => name);
    expect(await names("-turnover")).toEqual(["Ровный", "Тихий", "Мелкий", "Пустой"]);
    expect(await names("turnover")).toEqual(["Пустой", "Мелкий", "Тихий", "Ровный"]);
    expect((await names("-rhythm")).slice(0, 2)).toEqual(["Тихий", "Ровный"]);
    const { totals, rows } = await book({ missed: "1" });
    expect(totals.turnover).toBe(rows[0]?.figures?.turnover);
    const grouped = await loadBook(bookFilter.parse({ group: "tier" }));
    expect(grouped.groups.map(({ turnover }) => turnover)).toEqual([grouped.totals.turnover]);
  });
});

describe("R18 life stages", () => {
  it("the night writes what changed, once", async () => {
    await nightly();
    const before = await house.rows<{ n: number }>("select count(*)::int n from client_stage", []);
    await nightly();
    expect(await house.rows("select count(*)::int n from client_stage", [])).toEqual(before);
    expect((await sales("Тихий")).stages).toMatchObject([
      { stage: "at-risk", startsOn: TODAY, endsOn: null, figures: { rule: "silent", days: 46, medianGap: 30 } },
    ]);
    expect((await book({ stage: "at-risk" })).rows.map(({ name }) => name)).toEqual(["Тихий"]);
  });

  it("a change of the next day ends the stage and keeps it", async () => {
    await house.owner.query("update client_stage set starts_on = $2 where client_id = $1", [id.Тихий, "2026-11-10"]);
    await sell("Тихий", TODAY, 3_000);
    await nightly();
    expect((await sales("Тихий")).stages).toMatchObject([
      { stage: "new", startsOn: TODAY, endsOn: null },
      { stage: "at-risk", startsOn: "2026-11-10", endsOn: TODAY },
    ]);
  });

  const byHand = async (more: Partial<Parameters<typeof setStage>[0]["input"]> = {}) => {
    const [now] = (await sales("Ровный")).stages;
    const seen = now ? { id: now.id, version: now.version } : null;
    const input = {
      clientId: id.Ровный ?? "",
      seen,
      stage: "at-risk" as const,
      reason: "Ищут замену",
      expiresOn: "2027-01-01",
    };
    return house.send(setStage, { ...input, ...more });
  };

  it("a person's judgement holds against the night until it expires", async () => {
    expect(codeOf(await byHand({ reason: " " }))).toBe("invalid");
    expect(codeOf(await byHand({ expiresOn: TODAY }))).toBe("invalid");
    expect(codeOf(await byHand({ expiresOn: "2028-01-01" }))).toBe("invalid");
    granted(await byHand());
    await nightly();
    expect((await sales("Ровный")).stages[0]).toMatchObject({
      stage: "at-risk",
      manual: true,
      reason: "Ищут замену",
      by: "Анна",
    });
    await house.owner.query(
      "update client_stage set starts_on = '2026-10-01', expires_on = $2 where client_id = $1 and manual",
      [id.Ровный, TODAY],
    );
    await nightly();
    const [now, then] = (await sales("Ровный")).stages;
    expect(now).toMatchObject({ manual: false, startsOn: TODAY });
    expect(then).toMatchObject({ manual: true, endsOn: TODAY });
  });

  it("is given back to the rule at once; a stale form is a conflict, another's client is not found", async () => {
    granted(await byHand());
    const [now] = (await sales("Ровный")).stages;
    expect(codeOf(await byHand({ seen: { id: now?.id ?? "", version: (now?.version ?? 1) - 1 } }))).toBe("conflict");
    expect(codeOf(await byHand({ seen: null }))).toBe("conflict");
    expect(codeOf(await byHand({ clientId: id.Чужой ?? "" }))).toBe("not-found");
    const back = { clientId: id.Ровный ?? "", id: now?.id ?? "", version: now?.version ?? 0 };
    granted(await house.send(releaseStage, back));
    expect((await sales("Ровный")).stages[0]).toMatchObject({ manual: false, endsOn: null });
    expect(codeOf(await house.send(releaseStage, back))).toBe("conflict");
  });
});
