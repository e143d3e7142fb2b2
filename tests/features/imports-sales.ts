// A small company whose sales are imported in the tests: six clients, the first of them shared, the last one nobody's.
import { type ImportHouse, openImports } from "./imports-house";

export async function openSales(): Promise<ImportHouse> {
  const here = await openImports({ currency: "USD", locale: "en" });
  const { house } = here;
  const kam = await house.person("Kim Key", "kam");
  const specialist = await house.person("Sam Special", "specialist");
  for (let at = 1; at <= 6; at++) await house.client(`Client ${at}`, at < 6 ? kam : null, { code: `C${at}` });
  const [shared] = await house.rows<{ id: string }>("select id from client where code = 'C1'", []);
  await house.owner.query("update assignment set share = 70 where client_id = $1", [shared?.id]);
  await house.assign(shared?.id ?? "", specialist, { role: "specialist", share: 30 });
  const groups = [await house.row("product_group", { name: "G1" }), await house.row("product_group", { name: "G2" })];
  for (let at = 1; at <= 4; at++)
    await house.row("product", { code: `P${at}`, name: `Product ${at}`, group_id: groups[at % 2] });
  return here;
}

export async function forgetSales({ house }: ImportHouse): Promise<void> {
  await house.owner.query("delete from import_undo");
  await house.owner.query("delete from sale_line");
}

export const csv = (lines: readonly string[]) =>
  `document,line,date,client,product,quantity,amount,cost,seller\n${lines.join("\n")}\n`;

type Line = { client?: string; day?: string; product?: string; amount?: string; seller?: string };
export const line = (document: string, of: Line = {}) =>
  `${document},1,${of.day ?? "2026-01-15"},${of.client ?? "C1"},${of.product ?? "P1"},1,${of.amount ?? "100.01"},,${of.seller ?? ""}`;

export async function sumOf({ house }: ImportHouse): Promise<{ sum: string; lines: number } | undefined> {
  const [row] = await house.rows<{ sum: string; lines: number }>(
    "select coalesce(sum(base_amount), 0)::text as sum, count(*)::int as lines from sale_line",
    [],
  );
  return row;
}
