import { currencyExponent, decimalOf } from "@/lib/domain/money";
import type { Counts, KindContext, Total } from "../kind";
import {
  clientReference,
  joinReference,
  memberReference,
  productReference,
  referenceProblems,
  resolveReference,
  wordReference,
} from "./reference";
import { execute, select } from "./staged";

const client = clientReference();
const seller = memberReference("seller");
const group = wordReference("product_group", "product_group");
const references = [client, productReference, group, seller];

/**
 * `good`: every line as it will stand. What the file has no column for stays as it is; the rate of a line that is there stays too, whatever the
 * list of rates says today (domain.md 13.12). A rate is that of the day, or of the last day before it that has one, ten days back at most: banks
 * publish none for holidays.
 */
export async function resolveSales({ scope, mapped }: KindContext): Promise<void> {
  for (const reference of references) await resolveReference(scope, reference);
  const base = scope.company.currency;
  const [facts] = await select<{ ordinals: boolean; foreign: boolean }>(
    scope,
    "select exists (select from staged where line is null) as ordinals, exists (select from staged where currency <> $1) as foreign",
    base,
  );
  const line = facts?.ordinals
    ? "coalesce(s.line, coalesce(s.product, '') || '#' || row_number() over (partition by s.document, s.product, s.line is null order by s.row_no))"
    : "s.line";
  const rate = facts?.foreign
    ? `left join lateral (select x.rate from public.rate x where s.currency <> $1 and x.tenant_id = (select app.tenant()) and x.currency = s.currency
        and x.on_day <= s.day and x.on_day > s.day - 10 order by x.on_day desc limit 1) r on true`
    : "left join (select null::numeric as rate where false) r on true";
  const kept = (field: string, value: string, column: string) =>
    mapped.has(field) ? value : `coalesce(${value}, e.${column})`;
  await execute(
    scope,
    `create temp table good on commit drop as
     with keyed as (select s.*, ${line} as line_key from staged s),
     found as (
       select s.*, e.id as existing, ref_client.id as client_id, e.client_id as old_client, e.sold_on as old_day,
         ${kept("product", "ref_product.id", "product_id")} as product_id, coalesce(p.group_id, ref_product_group.id, e.group_id) as group_id,
         ${kept("quantity", "s.quantity::numeric(18, 6)", "quantity")} as new_quantity, ${kept("seller", "ref_seller.id", "seller_id")} as seller_id,
         case when s.currency = $1 then 1 else coalesce(s.rate, case when e.currency = s.currency and e.sold_on = s.day then e.rate end, r.rate) end::numeric(18, 8) as new_rate,
         e.client_id as e_client, e.sold_on as e_day, e.product_id as e_product, e.quantity as e_quantity, e.currency as e_currency, e.amount as e_amount, e.rate as e_rate,
         e.cost as e_cost, e.seller_id as e_seller, e.owner_id as e_owner
       from keyed s ${references.map(joinReference).join(" ")}
       left join public.product p on p.tenant_id = (select app.tenant()) and p.id = ref_product.id
       ${rate}
       left join public.sale_line e on e.tenant_id = (select app.tenant()) and e.document = s.document and e.line = s.line_key),
     priced as (
       select f.*, case when currency = $1 then amount else round(amount * new_rate * power(10::numeric, $2::int - exponent)) end::bigint as base_amount,
         case when not $3 then e_cost when currency = $1 then cost else round(cost * new_rate * power(10::numeric, $2::int - exponent))::bigint end as base_cost from found f)
     select row_no, coalesce(existing, gen_random_uuid()) as id, existing is null as is_new, client_id, day as sold_on, document, line_key as line, product_id, group_id,
       new_quantity as quantity, currency, amount, new_rate as rate, base_amount, base_cost as cost, seller_id, rounding, old_client,
       case when existing is null or old_client <> client_id or old_day <> day then a.member_id else e_owner end as owner_id,
       existing is not null and (client_id, day, product_id, new_quantity, currency, amount, new_rate, base_cost, seller_id)
         is distinct from (e_client, e_day, e_product, e_quantity, e_currency, e_amount, e_rate, e_cost, e_seller) as changed
     from priced left join (select client_id as of_client, member_id, starts_on, ends_on from public.assignment where tenant_id = (select app.tenant()) and role = 'primary') a
       on a.of_client = priced.client_id and a.starts_on <= priced.day and (a.ends_on is null or a.ends_on > priced.day)`,
    base,
    currencyExponent(base),
    mapped.has("cost"),
  );
  await execute(scope, "analyze good");
}

export function saleProblems({ scope, options }: KindContext): string[] {
  const made = options.createMissing;
  return [
    ...referenceProblems(client),
    ...referenceProblems(productReference, made),
    ...(made
      ? [
          "select row_no, 'product', 'product-code-long', s.product from staged s left join ref_product r on r.value = s.product where r.id is null and length(s.product) > 60",
        ]
      : []),
    ...referenceProblems(group, made),
    ...referenceProblems(seller),
    "select g.row_no, 'rate', 'rate-missing', g.currency from good g where g.rate is null or g.rate <= 0",
    `select g.row_no, 'document', 'duplicate-in-file', g.document || ' ' || g.line from
       (select row_no, document, line, row_number() over (partition by document, line order by row_no) as nth from good) g where g.nth > 1`,
    `select s.row_no, 'day', 'day-future', s.day::text from staged s where s.day > '${scope.today}'::date`,
    "select s.row_no, 'day', 'day-old', s.day::text from staged s where s.day < '1990-01-01'::date",
  ];
}

/** Lines of the file's own period that the file does not have: `gone`. */
async function findGone({ scope, options }: KindContext): Promise<void> {
  await execute(
    scope,
    `create temp table gone on commit drop as select l.id, l.client_id from public.sale_line l
     where $1 and l.tenant_id = (select app.tenant()) and l.sold_on between (select min(sold_on) from good) and (select max(sold_on) from good)
       and not exists (select from good g where g.document = l.document and g.line = l.line)`,
    options.replacePeriod,
  );
}

export async function countSales(of: KindContext): Promise<Counts> {
  await findGone(of);
  const [row] = await select<Counts>(
    of.scope,
    `select (count(*) filter (where is_new))::int as create, (count(*) filter (where changed))::int as update,
       (count(*) filter (where not is_new and not changed))::int as same, (select count(*)::int from gone) as remove from good`,
  );
  return row ?? { create: 0, update: 0, same: 0, remove: 0 };
}

export async function totalSales({ scope }: KindContext): Promise<{ totals: Total[]; rounding: string }> {
  const rows = await select<{ field: string; currency: string; minor: string }>(
    scope,
    "select 'amount' as field, currency, sum(amount)::text as minor from good group by currency order by currency",
  );
  const [whole] = await select<{ base: string | null; rounding: string }>(
    scope,
    "select sum(base_amount)::text as base, coalesce(trim_scale(sum(rounding)), 0)::text as rounding from good",
  );
  const currency = scope.company.currency;
  const foreign = rows.some((row) => row.currency !== currency);
  const all = foreign && whole?.base ? [...rows, { field: "base", currency, minor: whole.base }] : rows;
  const totals = all.map((row) => ({
    field: row.field,
    currency: row.currency,
    value: decimalOf(BigInt(row.minor), currencyExponent(row.currency)),
  }));
  return { totals, rounding: whole?.rounding ?? "0" };
}
