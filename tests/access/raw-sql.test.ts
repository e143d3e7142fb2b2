import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/tests/support/database-setup";
import { pointingFindings } from "./raw/pointing";
import { barrierFindings, readFindings, strayFindings } from "./raw/read";
import { openRig, type Rig } from "./raw/rig";
import { abilityFindings, rowFindings, sweepFindings } from "./raw/write";
import { changesBetween, type Snapshot } from "./snapshot";

// Many statements each, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let rig: Rig;
let before: Snapshot;

beforeAll(async () => {
  rig = await openRig(testDatabase());
});
beforeEach(async () => {
  before = await rig.watch.look();
});
afterAll(() => rig.close());

describe("R84 raw SQL with a door's context reaches the caller's rows and no others", () => {
  it("every table has a row in our book or company and in another company, and client tables one in another book", () => {
    const without = rig.tables.flatMap(({ name, kind }) => {
      const sides = [...rig.owners.values()].filter((row) => row.table === name).map((row) => row.side);
      const needed = kind === "client" ? (["own", "otherBook", "otherTenant"] as const) : (["otherTenant"] as const);
      const missing = needed.filter((side) => !sides.includes(side));
      const ours = sides.some((side) => side === "own" || side === "company");
      return ours && missing.length === 0 ? [] : [`${name}: world/rows.ts has none for ${ours ? missing : "us"}`];
    });
    expect(without).toEqual([]);
  });

  it("SELECT: every reach with every ability sees exactly its rows", async () => {
    expect(await readFindings(rig)).toEqual([]);
  });

  it("SELECT: no company, no member, or a member of another company sees nothing", async () => {
    expect(await strayFindings(rig)).toEqual([]);
  });

  it("SELECT: a failing condition tells nothing about rows out of reach", async () => {
    expect(await barrierFindings(rig)).toEqual([]);
  });

  it("UPDATE and DELETE of everything change the caller's rows only", async () => {
    expect(await sweepFindings(rig)).toEqual([]);
  });

  it("UPDATE, DELETE and INSERT of each single row are refused for foreign rows", async () => {
    expect(await rowFindings(rig)).toEqual([]);
    expect(changesBetween(before, await rig.watch.look())).toEqual([]);
  });

  it("writing with another ability than the table's, and TRUNCATE with any, is refused", async () => {
    expect(await abilityFindings(rig)).toEqual([]);
    expect(changesBetween(before, await rig.watch.look())).toEqual([]);
  });

  it("my row cannot point at a row out of reach, and the error is the one for a random id", async () => {
    const { found, tried } = await pointingFindings(rig);
    expect(found).toEqual([]);
    expect(tried).toEqual(
      expect.arrayContaining(["contact_tenant_id_client_id_reports_to_id_fkey", "client_tenant_id_parent_id_fkey"]),
    );
    expect(changesBetween(before, await rig.watch.look())).toEqual([]);
  });
});
