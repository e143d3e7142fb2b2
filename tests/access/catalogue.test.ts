import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database-setup";
import { CATALOGUE, tenantTables } from "./catalogue/catalogue";
import { forgottenFindings } from "./catalogue/forgotten";
import { openWorld } from "./world/open";

const { owner, app, close } = await openWorld(testDatabase());
afterAll(close);

describe("R84 the schema keeps books and companies apart", () => {
  it.each(Object.entries(CATALOGUE))("%s", async (_, check) => {
    expect(await check(owner)).toEqual([]);
  });

  it("a forgotten role is permission denied, a forgotten tenant is no rows", async () => {
    const tables = await tenantTables(owner);
    expect(tables).toContain("client");
    expect(await forgottenFindings(app, tables)).toEqual([]);
  });
});
