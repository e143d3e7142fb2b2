import { spawn } from "node:child_process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOf, type ImportHouse } from "./imports-house";
import { forgetSales, openSales, sumOf } from "./imports-sales";

let here: ImportHouse;
beforeAll(async () => {
  here = await openSales();
});
beforeEach(() => forgetSales(here));
afterAll(() => here.house.close());

describe("the command line", () => {
  const command = (...args: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn("node_modules/.bin/tsx", ["--conditions=react-server", "scripts/import.ts", ...args], {
        env: process.env,
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          said += chunk;
        });
      child.on("close", (code) => resolve({ code, said }));
    });

  it("loads a file as the member that it names, and prints the table and the faults", async () => {
    const [of] = await here.house.rows<{ name: string; email: string }>(
      "select t.name, m.email from identity.tenant t join member m on m.tenant_id = t.id where m.id = $1",
      [here.admin.member],
    );
    const path = fileOf("Invoice,When,Who,Sum\nA,2026-01-15,C1,5.00\nB,2026-01-15,C9,5.00\n");
    const map = ["Invoice=document", "When=day", "Who=client", "Sum=amount"].flatMap((one) => ["--map", one]);
    const args = ["--company", of?.name ?? "", "--as", of?.email ?? "", "--kind", "sales", path, ...map];
    const dry = await command(...args, "--dry-run");
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("checked") });
    expect(await sumOf(here)).toEqual({ sum: "0", lines: 0 });
    const done = await command(...args);
    expect(done.said).toContain("amount: 5.00 USD");
    expect(done.said).toContain("Row 3, client: There is no client “C9”.");
    expect(done.code).toBe(0);
    expect(await sumOf(here)).toEqual({ sum: "500", lines: 1 });
  }, 60_000);

  it("says what is wrong with how it was called", async () => {
    expect(await command("--kind", "sales")).toMatchObject({ code: 2, said: expect.stringContaining("--company") });
    const unknown = await command("--company", "Nowhere", "--as", "a@b.test", "--kind", "sales", "x.csv");
    expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining("Nowhere") });
  }, 60_000);
});
