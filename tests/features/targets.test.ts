import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { enterValue, saveMeasure, setTarget } from "@/lib/features/targets/actions";
import { loadTargets } from "@/lib/features/targets/queries";
import type { FactName } from "@/lib/features/targets/queries/facts";
import { loadTargetRows } from "@/lib/features/targets/queries/rows";
import { codeOf, granted, House, type Person } from "./assignments-house";
import { sale } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

const round = (top: bigint, bottom: bigint) => (bottom === 0n ? null : (2n * top + bottom) / (2n * bottom));

describe("targets", () => {
  let house: House;
  let director: Person;
  let lead: Person;
  let kam: Person;
  let mate: Person;
  let admin: Person;
  let team: string;

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    lead = await house.person("Leo Lead", "lead");
    kam = await house.person("Kim Key", "kam");
    mate = await house.person("Mia Mate", "kam");
    admin = await house.person("Ada Admin", "admin");
    await house.team("Team", lead, kam, mate);
    [{ id: team } = { id: "" }] = await house.rows<{ id: string }>("select id::text from team where tenant_id = $1", [
      house.company,
    ]);
    const acme = await house.client("Acme", kam, { tier: "A" });
    const globex = await house.client("Globex", kam, { tier: "C" });
    const mine = await house.client("Mine", mate, { tier: "C" });
    await sale(house, acme, kam, "2024-11-05", 50_000);
    await sale(house, acme, kam, "2025-10-05", 100_000, { cost: 60_000 });
    await sale(house, acme, kam, "2026-10-05", 80_000, { cost: 30_000, document: "A-1" });
    await sale(house, acme, kam, "2026-10-06", 20_000, { cost: 5_000, document: "A-2" });
    await sale(house, globex, kam, "2026-10-07", 60_000, { source: "new" });
    await sale(house, mine, mate, "2026-10-08", 40_000);
    await sale(house, mine, mate, "2026-11-08", 10_000);
    for (const [client, day] of [
      [acme, "2026-10-25"],
      [acme, "2026-10-12"],
      [globex, "2026-10-30"],
    ])
      await house.row("touch", {
        client_id: client,
        kind: "call",
        direction: "both",
        happened_at: `${day}T10:00:00Z`,
        on_day: day,
        author_id: kam.member,
        subject: "Call",
      });
  });
  afterAll(() => house.close());

  const card = async (
    by: Person,
    subject: "member" | "team",
    of: string,
    span: "month" | "quarter" = "month",
    at = "2026-10-01",
  ) => {
    house.sit(by);
    const page = await loadTargets({ span, at, subject, of });
    return {
      page,
      fact: (code: string) => page.rows.find(({ measure }) => measure.code === code)?.fact,
      row: (code: string) => page.rows.find(({ measure }) => measure.code === code),
    };
  };

  it("R38 computes each measure as plain SQL over the sales and touches does", async () => {
    const { fact } = await card(kam, "member", kam.member);
    const [sql] = await house.rows<{ revenue: string; bill: string }>(
      `select sum(base_amount)::text revenue, round(sum(base_amount) / count(distinct document))::text bill from sale_line
       where tenant_id = $1 and owner_id = $2 and sold_on between '2026-10-01' and '2026-10-31'`,
      [house.company, kam.member],
    );
    expect(fact("revenue")).toBe(BigInt(sql?.revenue ?? 0));
    expect(fact("average_bill")).toBe(BigInt(sql?.bill ?? 0));
    // 65,000 on what has a cost; Globex's sale has none.
    expect(fact("margin")).toBe(65_000n);
    expect(fact("new_clients")).toBe(1n);
    expect(fact("touches")).toBe(3n);
    // Acme every 14 days, last on the 25th; Globex every 91, last on the 30th.
    expect(fact("on_cadence")).toBe(10_000n);
    // November 2025 – October 2026 against the twelve months before: 100,000 of 150,000 (both of Acme).
    expect(fact("retention")).toBe(6_667n);
  });

  it("R38 every figure opens the rows that add up to it, of a person and of a team", async () => {
    for (const [subject, of, span] of [
      ["member", kam.member, "month"],
      ["team", team, "quarter"],
    ] as const) {
      const { page } = await card(lead, subject, of, span);
      for (const { measure, fact } of page.rows) {
        const rows = await loadTargetRows({ span, at: "2026-10-01", subject, of, measure: measure.id });
        expect(rows.value, measure.code).toBe(fact);
        if (rows.content.kind !== "facts") throw new Error("not computed");
        const { lines, total } = rows.content;
        const sum = (name: FactName, side: "top" | "bottom") =>
          lines.reduce((all, line) => all + (line.facts[name]?.[side] ?? 0n), 0n);
        for (const name of rows.content.facts)
          expect([sum(name, "top"), sum(name, "bottom")], measure.code).toEqual([
            total[name]?.top,
            total[name]?.bottom,
          ]);
        const [main = "revenue"] = rows.content.facts;
        if (measure.code === "average_bill") expect(fact).toBe(round(sum("revenue", "top"), sum("bills", "top")));
        else if (measure.unit === "percent") expect(fact).toBe(round(sum(main, "top") * 10_000n, sum(main, "bottom")));
        else expect(fact, measure.code).toBe(sum(main, "top"));
      }
    }
  });

  it("R38 a team counts each sale once, and a quarter gathers its months", async () => {
    expect((await card(lead, "team", team)).fact("revenue")).toBe(200_000n);
    expect((await card(lead, "team", team, "quarter")).fact("revenue")).toBe(210_000n);
  });

  it("targets add up where they should, both levels shown and neither twice", async () => {
    house.sit(lead);
    const { row } = await card(lead, "member", kam.member);
    const measureId = row("revenue")?.measure.id ?? "";
    const set = (startsOn: string, months: 1 | 3, amount: string, who = kam) =>
      house.send(setTarget, {
        subject: "member",
        subjectId: who.member,
        measureId,
        startsOn,
        months,
        amount,
        weight: "",
        version: 0,
      });
    granted(await set("2026-10-01", 1, "1000"));
    granted(await set("2026-11-01", 1, "2000"));
    expect((await card(lead, "member", kam.member, "quarter")).row("revenue")?.target).toEqual({
      amount: 300_000n,
      from: "gathered",
    });
    house.sit(lead);
    granted(await set("2026-10-01", 3, "9000"));
    expect((await card(lead, "member", kam.member, "quarter")).row("revenue")?.target).toEqual({
      amount: 900_000n,
      from: "set",
    });
    expect((await card(lead, "member", kam.member)).row("revenue")).toMatchObject({
      target: { amount: 100_000n, from: "set" },
      points: 16_000n,
    });
    house.sit(lead);
    expect(codeOf(await set("2026-10-01", 1, "1", lead))).toBe("own-target");
    house.sit(kam);
    expect(codeOf(await set("2026-10-01", 1, "1"))).toBe("forbidden");
  });

  it("a formula stands over the measures, a value by hand needs what it rests on", async () => {
    house.sit(admin);
    const rule = { rule: "linear" as const, cap: "", steps: [] };
    const base = { id: "", version: 0, digits: "2", direction: "more", gathering: "sum", weight: "", ...rule } as const;
    const wrong = await house.send(saveMeasure, {
      ...base,
      code: "per_touch",
      nameRu: "На касание",
      nameEn: "Per touch",
      kind: "formula",
      formula: "revenue / nothing",
      unit: "money",
    });
    expect(wrong).toMatchObject({ fields: { formula: "formula-unknown-measure" } });
    granted(
      await house.send(saveMeasure, {
        ...base,
        code: "per_touch",
        nameRu: "На касание",
        nameEn: "Per touch",
        kind: "formula",
        formula: "revenue / touches",
        unit: "money",
      }),
    );
    const { id } = granted(
      await house.send(saveMeasure, {
        ...base,
        code: "visits",
        nameRu: "Визиты",
        nameEn: "Visits",
        kind: "entered",
        formula: "",
        unit: "number",
      }),
    );
    // 1,600 ÷ 3 touches.
    expect((await card(kam, "member", kam.member)).fact("per_touch")).toBe(53_333n);
    house.sit(director);
    const value = {
      subject: "member",
      subjectId: kam.member,
      measureId: id,
      startsOn: "2026-10-01",
      months: 1,
      amount: "12.5",
      link: "",
      version: 0,
    } as const;
    expect(await house.send(enterValue, { ...value, note: "" })).toMatchObject({ fields: { note: "evidence" } });
    granted(await house.send(enterValue, { ...value, note: "Counted from the visitors' book" }));
    expect((await card(kam, "member", kam.member)).row("visits")).toMatchObject({
      fact: 1250n,
      entered: { note: "Counted from the visitors' book", enteredBy: "Dora Director" },
    });
  });
});
