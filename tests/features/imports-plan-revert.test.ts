import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { previewRevert } from "@/lib/features/imports/actions";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { granted } from "./assignments-house";
import { fileOf, type ImportHouse, openImports } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
beforeAll(async () => {
  here = await openImports({ currency: "USD", locale: "en" });
  await here.house.person("Kim Key", "kam");
  await here.house.person("Max Moor", "kam");
});
afterAll(() => here.house.close());
beforeEach(async () => {
  for (const table of ["import_undo", "plan_cell", "plan_figure", "plan_version", "plan"])
    await here.house.owner.query(`delete from ${table}`);
});

const load = (kind: string, lines: string, options = {}) =>
  here.load({ kind, path: fileOf(lines), options: { update: true, ...options } });
const all = () =>
  here.house.rows(
    `select m.name, v.number, v.status, v.figure::text, v.rule::text, (select string_agg(f.starts_on || '=' || f.amount, ' ' order by f.starts_on) from plan_figure f where f.version_id = v.id) as figures
     from plan_version v join member m on m.id = v.member_id order by 1, 2`,
    [],
  );
async function revert(id: string, ...chosen: string[]) {
  await here.open((scope) => moveRun(scope, id, ["done"], { status: "reverting" }));
  await revertRun(here.open, id, chosen);
  const [row] = await here.house.rows<{ reverted: unknown }>(
    "select result -> 'reverted' as reverted from import_run where id = $1 and status = 'reverted'",
    [id],
  );
  return row?.reverted;
}

const first = "member,period,figure\nKim Key,Q1 2026,100\nMax Moor,Q1 2026,50\n";
const second = "member,period,figure\nKim Key,Q1 2026,300\nKim Key,Q2 2026,400\n";

describe("R54 a revert of imported plans", () => {
  it("takes made drafts away and puts changed ones back, the newer import first", async () => {
    const older = await load("figures", first);
    const before = await all();
    const newer = await load("figures", second);
    here.house.sit(here.admin);
    expect(granted(await here.house.send(previewRevert, { id: older.id })).newer).toHaveLength(1);
    expect(granted(await here.house.send(previewRevert, { id: newer.id }))).toMatchObject({
      remove: 0,
      restore: 1,
      conflicts: [],
    });
    expect(await revert(newer.id)).toEqual({ removed: 0, restored: 1, archived: 0, kept: 0 });
    expect(await all()).toEqual(before);
    expect(await revert(older.id)).toEqual({ removed: 2, restored: 0, archived: 0, kept: 0 });
    expect(await all()).toEqual([]);
  });

  it("lists what has been changed since with both values; it goes back only when it is chosen", async () => {
    await load("figures", first);
    const newer = await load("figures", second);
    await here.house.owner.query("update plan_figure set amount = 77700 where starts_on = '2026-04-01'");
    await here.house.owner.query("update plan_version set figure = 107700 where number = 1 and figure = 70000");
    here.house.sit(here.admin);
    const { conflicts } = granted(await here.house.send(previewRevert, { id: newer.id }));
    expect(conflicts).toEqual([
      {
        key: expect.stringMatching(/^plan_version:/),
        table: "plan_version",
        label: "Kim Key · Year 2026 · Version 1",
        gone: false,
        removes: false,
        stays: false,
        differences: [
          { label: "Figure for the year", before: "$100.00", now: "$1,077.00" },
          { label: "Jan 2026", before: "$100.00", now: "$300.00" },
          { label: "Apr 2026", before: null, now: "$777.00" },
        ],
      },
    ]);
    const kept = await all();
    expect(await revert(newer.id)).toEqual({ removed: 0, restored: 0, archived: 0, kept: 1 });
    expect(await all()).toEqual(kept);
  });

  it("what was chosen goes back; what waits for approval or is in force stays even so", async () => {
    const { id } = await load("figures", first);
    await here.house.owner.query("update plan_version set status = 'submitted' where figure = 10000");
    await here.house.owner.query("update plan_figure set amount = 1 where amount = 5000");
    here.house.sit(here.admin);
    const { conflicts } = granted(await here.house.send(previewRevert, { id }));
    expect(conflicts.map(({ label, stays }) => [label, stays]).sort()).toEqual([
      ["Kim Key · Year 2026 · Version 1", true],
      ["Max Moor · Year 2026 · Version 1", false],
    ]);
    expect(await revert(id, ...conflicts.map(({ key }) => key))).toEqual({
      removed: 1,
      restored: 0,
      archived: 0,
      kept: 1,
    });
    expect(await all()).toMatchObject([{ name: "Kim Key", status: "submitted" }]);
  });
});
