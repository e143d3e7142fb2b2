import type { Scope } from "@/lib/access/scope";
import { currencyExponent } from "@/lib/domain/money";
import type { DataExport } from "./data-export";
import { memberNames, selected } from "./selected";

const plain = { values: [], currencies: [] };

/** Products that can be sold, with their groups. */
export async function productsData(): Promise<DataExport> {
  return {
    ...plain,
    ...selected(
      [
        ["code", "p.code"],
        ["product_name", "p.name"],
        ["product_group", "g.name"],
        ["unit", "p.unit"],
      ],
      `from public.product p left join public.product_group g on g.tenant_id = p.tenant_id and g.id = p.group_id
       where p.archived_at is null order by p.code collate "C"`,
    ),
  };
}

/** Rates for one unit of a currency: a nominal of the file that brought them is in the figure. */
export async function ratesData(): Promise<DataExport> {
  return {
    ...plain,
    ...selected(
      [
        ["currency", "r.currency"],
        ["day", "r.on_day"],
        ["rate", "trim_scale(r.rate)"],
      ],
      `from public.rate r order by r.currency collate "C", r.on_day`,
    ),
  };
}

export async function contractsData(scope: Scope): Promise<DataExport> {
  const found = await scope.db.$queryRaw<{ currency: string }[]>`
    select distinct currency from contract where currency is not null order by currency`;
  const own = ["number", "status", "signed_on", "starts_on", "ends_on", "amount", "currency", "note"];
  return {
    ...plain,
    currencies: found.map(({ currency }) => currency),
    ...selected(
      [["client", "c.code"], ...own.map((column) => [column, `k.${column}`] as const)],
      `from public.contract k join public.client c on c.tenant_id = k.tenant_id and c.id = k.client_id
       order by length(c.code), c.code collate "C", k.number collate "C"`,
    ),
  };
}

/**
 * Sale lines. A line in the company's own currency has no rate; the cost, which is kept in the company's currency, is told in the line's: the
 * smallest unit that its rate brings back to the cost (an import multiplies and rounds once).
 */
export async function salesData(scope: Scope): Promise<DataExport> {
  const found = await scope.db.$queryRaw<{ currency: string }[]>`
    select distinct currency from sale_line order by currency`;
  const base = scope.company.currency;
  const exponents = Object.fromEntries(found.map(({ currency }) => [currency, currencyExponent(currency)]));
  const foreign = "l.currency <> $1";
  const cells = selected(
    [
      ["document", "l.document"],
      ["line", "l.line"],
      ["day", "l.sold_on"],
      ["client", "c.code"],
      ["product", "p.code"],
      ["product_name", "p.name"],
      ["product_group", "g.name"],
      ["quantity", "trim_scale(l.quantity)"],
      ["amount", "l.amount"],
      ["currency", "l.currency"],
      ["rate", `case when ${foreign} then trim_scale(l.rate) end`],
      [
        "cost",
        `case when ${foreign} then round(l.cost / (l.rate * power(10::numeric, $2::int - ($3::jsonb ->> l.currency)::int)))::bigint else l.cost end`,
      ],
      ["seller", "s.name"],
    ],
    `from public.sale_line l join public.client c on c.tenant_id = l.tenant_id and c.id = l.client_id
     left join public.product p on p.tenant_id = l.tenant_id and p.id = l.product_id
     left join public.product_group g on g.tenant_id = l.tenant_id and g.id = l.group_id
     left join names s on s.tenant_id = l.tenant_id and s.id = l.seller_id
     order by l.sold_on, l.document collate "C", l.line collate "C"`,
  );
  return {
    ...cells,
    select: `with ${memberNames} ${cells.select}`,
    values: [base, currencyExponent(base), JSON.stringify(exponents)],
    currencies: found.map(({ currency }) => currency),
  };
}
