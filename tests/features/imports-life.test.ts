import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { splitCredit } from "@/lib/domain/split-credit";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { testDatabase } from "@/tests/support/database-setup";
import { expectRollUps } from "./imports-facts";
import { fileOf, type ImportHouse } from "./imports-house";
import { csv, forgetSales, line, openSales, sumOf } from "./imports-sales";

let here: ImportHouse;
beforeAll(async () => {
  here = await openSales();
});
beforeEach(() => forgetSales(here));
afterAll(() => here.house.close());

async function revert(id: string): Promise<void> {
  await here.open((scope) => moveRun(scope, id, ["done"], { status: "reverting" }));
  await revertRun(here.open, id, []);
}

it("R33 app.split_amount is lib/domain/split-credit", async () => {
  const shares = fc
    .array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 })
    .filter((some) => some.reduce((a, b) => a + b, 0) < 10_000);
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), shares, async (whole, some) => {
      const all = [...some, 10_000 - some.reduce((a, b) => a + b, 0)];
      const [row] = await here.house.rows<{ parts: string[] }>(
        "select app.split_amount($1, $2::numeric[])::text[] as parts",
        [String(whole), all.map((share) => share / 100)],
      );
      expect(row?.parts).toEqual(splitCredit(whole, all).map(String));
    }),
    { numRuns: 60 },
  );
});

it("R33 a shared client's sale is shared, a named seller's is not, and the roll-ups add up", async () => {
  const path = fileOf(
    csv([line("A"), line("B", { seller: "Kim Key" }), line("C", { client: "C6" }), line("D", { amount: "-33.35" })]),
  );
  expect(await here.load({ kind: "sales", path })).toMatchObject({ status: "done", result: { create: 4 } });
  const shares = await here.house.rows(
    "select l.document, s.amount::text, s.counted from sale_share s join sale_line l on l.id = s.sale_id order by l.document, s.counted desc",
    [],
  );
  expect(shares).toEqual([
    { document: "A", amount: "7001", counted: 1 },
    { document: "A", amount: "3000", counted: 0 },
    { document: "D", amount: "-2335", counted: 1 },
    { document: "D", amount: "-1000", counted: 0 },
  ]);
  await expectRollUps(here.house);
});

it("R92 leaves a line in the story of every client that it touched, and none once it is reverted", async () => {
  const path = fileOf(csv([line("A"), line("B"), line("C", { client: "C6" })]), "october.csv");
  const { id } = await here.load({ kind: "sales", path });
  const traces = () =>
    here.house.rows(
      "select c.code, i.kind, i.file_name, i.rows::int from client_import i join client c on c.id = i.client_id where i.import_id = $1 order by c.code",
      [id],
    );
  expect(await traces()).toEqual([
    { code: "C1", kind: "sales", file_name: "october.csv", rows: 2 },
    { code: "C6", kind: "sales", file_name: "october.csv", rows: 1 },
  ]);
  await revert(id);
  expect(await traces()).toEqual([]);
}, 60_000);

it("roll-ups, shares and sources stay what the facts say, whatever is imported, edited, replaced and reverted", async () => {
  const row = fc.record({
    document: fc.integer({ min: 1, max: 12 }),
    client: fc.integer({ min: 1, max: 6 }),
    product: fc.integer({ min: 1, max: 4 }),
    month: fc.integer({ min: 0, max: 70 }),
    amount: fc.integer({ min: -50_000, max: 50_000 }),
    seller: fc.boolean(),
  });
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("load" as const),
        rows: fc.uniqueArray(row, { minLength: 1, maxLength: 10, selector: (one) => one.document }),
        update: fc.boolean(),
        replace: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("revert" as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("edit" as const), amount: fc.integer({ min: -100, max: 100 }) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      await here.house.owner.query("delete from import_undo");
      await here.house.owner.query("delete from sale_line");
      const runs: string[] = [];
      for (const one of steps) {
        if (one.do === "load") {
          const lines = one.rows.map((sale) => {
            const day = `${2020 + Math.floor(sale.month / 12)}-${String((sale.month % 12) + 1).padStart(2, "0")}-10`;
            return line(`D${sale.document}`, {
              client: `C${sale.client}`,
              product: `P${sale.product}`,
              day,
              amount: String(sale.amount / 100),
              seller: sale.seller ? "Kim Key" : "",
            });
          });
          const done = await here.load({
            kind: "sales",
            path: fileOf(csv(lines), "property.csv"),
            options: { update: one.update, replacePeriod: one.replace },
          });
          expect(done).toMatchObject({ status: "done", result: { faulty: 0 } });
          runs.push(done.id);
        } else if (one.do === "revert") {
          const run = runs.splice(one.which % Math.max(1, runs.length), 1)[0];
          if (run) await revert(run);
        } else {
          await here.house.owner.query(
            "update sale_line set base_amount = base_amount + $1 where id = (select id from sale_line order by document limit 1)",
            [one.amount],
          );
        }
      }
      await expectRollUps(here.house);
    }),
    { numRuns: 12 },
  );
}, 300_000);

it("two imports at once, with edits at once: both are whole, and no deadlock shows", async () => {
  const first = Array.from({ length: 400 }, (_, at) => line(`X${at}`, { client: `C${(at % 6) + 1}` }));
  const second = Array.from({ length: 400 }, (_, at) =>
    line(`Y${at}`, { client: `C${6 - (at % 6)}`, day: "2025-03-01" }),
  );
  const editor = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await editor.connect();
  let stop = false;
  const editing = (async () => {
    while (!stop)
      await editor
        .query("update client set city = 'Elsewhere' where code = 'C1'")
        .then(() => editor.query("update sale_line set quantity = 2 where document = 'X5'"));
  })();
  const done = await Promise.all(
    [first, second, first].map((lines, at) =>
      here.load({ kind: "sales", path: fileOf(csv(lines), `once-${at}.csv`), options: { update: at === 2 } }),
    ),
  );
  stop = true;
  await editing;
  await editor.end();
  expect(done.map(({ status, error }) => [status, error])).toEqual([
    ["done", null],
    ["done", null],
    ["done", null],
  ]);
  expect(await sumOf(here)).toEqual({ sum: String(800 * 10_001), lines: 800 });
  await expectRollUps(here.house);
}, 120_000);

it("R84 a client that moved after an import keeps its new owner when the import is reverted, and the import can be", async () => {
  const { house } = here;
  const other = await house.person("Otto Other", "kam");
  const path = (amount: string) => fileOf(csv([line("A", { client: "C2", amount })]));
  const first = await here.load({ kind: "sales", path: path("10") });
  const second = await here.load({ kind: "sales", path: path("20"), options: { update: true } });
  expect([first.status, second.result?.update]).toEqual(["done", 1]);
  const [client] = await house.rows<{ id: string }>("select id from client where code = 'C2'", []);
  await house.owner.query("begin");
  await house.owner.query("update assignment set ends_on = '2026-01-01' where client_id = $1", [client?.id]);
  await house.assign(client?.id ?? "", other, { starts_on: "2026-01-01" });
  await house.owner.query("commit");
  const now = () =>
    house.rows("select base_amount::text as amount, owner_id, version from sale_line where document = 'A'", []);
  expect(await now()).toEqual([{ amount: "2000", owner_id: other.member, version: 2 }]);
  await revert(second.id);
  expect(await now()).toEqual([{ amount: "1000", owner_id: other.member, version: 1 }]);
  await expectRollUps(house);
  await revert(first.id);
  expect(await now()).toEqual([]);
}, 60_000);
