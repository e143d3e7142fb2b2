import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { enterValue, saveTargets, setTarget } from "@/lib/features/targets/actions";
import { codeOf, granted, House, type Person } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

describe("targets and values are written", () => {
  let house: House;
  let director: Person;
  let lead: Person;
  let kam: Person;
  let mate: Person;
  let team: string;

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    lead = await house.person("Leo Lead", "lead");
    kam = await house.person("Kim Key", "kam");
    mate = await house.person("Mia Mate", "kam");
    await house.team("Team", lead, kam, mate);
    [{ id: team } = { id: "" }] = await house.rows<{ id: string }>("select id::text from team where tenant_id = $1", [
      house.company,
    ]);
    await house.row("measure", {
      code: "visits",
      name_ru: "Визиты",
      name_en: "Visits",
      kind: "entered",
      unit: "number",
      gathering: "sum",
    });
  });
  afterAll(() => house.close());

  const measureId = async (code: string) => {
    const [row] = await house.rows<{ id: string }>("select id::text from measure where tenant_id = $1 and code = $2", [
      house.company,
      code,
    ]);
    return row?.id ?? "";
  };

  it("R38 a KAM enters the own value with evidence, and sets no target; a link is evidence too", async () => {
    const id = await measureId("visits");
    const value = {
      subject: "member",
      subjectId: kam.member,
      measureId: id,
      startsOn: "2026-09-01",
      months: 1,
    } as const;
    const said = { ...value, amount: "7", note: "", link: "https://example.com/visits", version: 0 };
    house.sit(kam);
    granted(await house.send(enterValue, said));
    expect(codeOf(await house.send(enterValue, { ...said, amount: "8" }))).toBe("changed-meanwhile");
    expect(codeOf(await house.send(enterValue, { ...said, subjectId: mate.member }))).toBe("not-found");
    expect(codeOf(await house.send(enterValue, { ...said, subject: "team", subjectId: team }))).toBe("not-found");
    expect(codeOf(await house.send(enterValue, { ...said, measureId: await measureId("revenue") }))).toBe("invalid");
    expect(codeOf(await house.send(setTarget, { ...value, amount: "7", weight: "", version: 0 }))).toBe("forbidden");
    house.sit(lead);
    granted(await house.send(enterValue, { ...said, subject: "team", subjectId: team }));
  });

  it("R38 what a closed slip has counted stays as it is, and what it has not may change", async () => {
    const [touches, visits, perVisit] = [await measureId("touches"), await measureId("visits"), randomUUID()];
    await house.row("measure", {
      id: perVisit,
      code: "per_visit",
      name_ru: "На визит",
      name_en: "Per visit",
      kind: "formula",
      formula: "revenue / visits",
      unit: "money",
      gathering: "average",
    });
    const slip = {
      member_id: mate.member,
      status: "closed",
      payout: 0,
      base_pay: 0,
      variable: 0,
      closed_at: "2026-11-01",
      content: JSON.stringify({ measures: [{ name: `own:${touches}` }, { name: `own:${perVisit}` }] }),
    };
    await house.row("pay_slip", { ...slip, starts_on: "2026-08-01", months: 1 });
    house.sit(lead);
    const set = (code: string, startsOn: string, months: 1 | 3 | 12, amount = "5", version = 0) =>
      house.send(setTarget, {
        subject: "member",
        subjectId: mate.member,
        measureId: code,
        startsOn,
        months,
        amount,
        weight: "",
        version,
      });
    expect(codeOf(await set(touches, "2026-08-01", 1))).toBe("period-settled");
    expect(codeOf(await set(touches, "2026-07-01", 3))).toBe("period-settled");
    expect(codeOf(await set(touches, "2026-01-01", 12))).toBe("period-settled");
    expect(codeOf(await set(touches, "2026-09-01", 1))).toBe("ok");
    expect(codeOf(await set(visits, "2026-08-01", 1))).toBe("ok");
    const value = { subject: "member", subjectId: mate.member, measureId: visits, months: 1, link: "" } as const;
    const enter = (startsOn: string) =>
      house.send(enterValue, { ...value, startsOn, amount: "3", note: "Counted", version: 0 });
    expect(codeOf(await enter("2026-08-01"))).toBe("period-settled");
    expect(codeOf(await enter("2026-09-01"))).toBe("ok");
    const [free] = await house.rows<{ settled: boolean }>(
      "select app.is_settled('own', $1, $2, $3, 'target', '2026-01-01', 12) settled",
      [house.company, mate.member, visits],
    );
    expect(free?.settled).toBe(false);
  });

  it("R38 many targets are set at once, all or none, and what stood there can be put back", async () => {
    house.sit(lead);
    const id = await measureId("touches");
    const cell = (subjectId: string, startsOn: string, amount: string, version: number) =>
      ({ subject: "member", subjectId, measureId: id, startsOn, months: 1, amount, version }) as const;
    const first = granted(
      await house.send(saveTargets, {
        cells: [cell(kam.member, "2026-05-01", "10", 0), cell(kam.member, "2026-06-01", "11", 0)],
      }),
    );
    expect(first.before.map(({ amount, version }) => [amount, version])).toEqual([
      ["", 0],
      ["", 0],
    ]);
    const stands = () =>
      house.rows<{ month: string; amount: string }>(
        "select starts_on::text as month, amount::text from member_figure where tenant_id = $1 and member_id = $2 and measure_id = $3 order by 1",
        [house.company, kam.member, id],
      );
    expect(codeOf(await house.send(saveTargets, { cells: [cell(kam.member, "2026-05-01", "12", 0)] }))).toBe(
      "changed-meanwhile",
    );
    expect(
      codeOf(
        await house.send(saveTargets, {
          cells: [cell(kam.member, "2026-05-01", "12", 1), cell(director.member, "2026-05-01", "1", 0)],
        }),
      ),
    ).toBe("not-found");
    expect(await stands()).toEqual([
      { month: "2026-05-01", amount: "10" },
      { month: "2026-06-01", amount: "11" },
    ]);
    const second = granted(
      await house.send(saveTargets, {
        cells: [cell(kam.member, "2026-05-01", "", 1), cell(kam.member, "2026-06-01", "20", 1)],
      }),
    );
    granted(await house.send(saveTargets, { cells: second.before.map((one) => ({ ...one, version: undefined })) }));
    expect(await stands()).toEqual([
      { month: "2026-05-01", amount: "10" },
      { month: "2026-06-01", amount: "11" },
    ]);
    house.sit(kam);
    expect(codeOf(await house.send(saveTargets, { cells: [cell(kam.member, "2026-05-01", "99", 2)] }))).toBe(
      "forbidden",
    );
  });
});
