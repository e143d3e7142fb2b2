import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { RateFilter } from "../schema";

const row = z.object({
  id: z.string(),
  version: z.number(),
  currency: z.string(),
  onDay: z.string(),
  rate: z.string(),
  total: z.number(),
});

/** What one unit of a currency cost in the company's own on a day; an exact decimal as text. */
export type RateRow = Omit<z.output<typeof row>, "total">;

export async function listRates(
  scope: Scope,
  filter: Omit<RateFilter, "size"> & { size: number },
): Promise<{ rows: RateRow[]; total: number }> {
  const { sort, size, page } = filter;
  const currency = filter.currency ?? null;
  const found = await scope.db.$queryRaw<unknown[]>`
    select id::text, version, currency, on_day::text "onDay", trim_scale(rate)::text rate, count(*) over ()::int total from rate
    where (${currency}::text is null or currency = ${currency}::text)
    order by case when ${sort} = 'day' then on_day end, on_day desc, currency, id limit ${size} offset ${(page - 1) * size}`;
  const rows = found.map((one) => row.parse(one));
  return { rows: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 };
}

/** Currencies that have rates, with how many. */
export async function listRateCurrencies({ db }: Scope): Promise<{ currency: string; count: number }[]> {
  const rows = await db.rate.groupBy({ by: ["currency"], _count: true, orderBy: { currency: "asc" } });
  return rows.map(({ currency, _count }) => ({ currency, count: _count }));
}
