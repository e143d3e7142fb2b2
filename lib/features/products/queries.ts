import { query } from "@/lib/access/doors";
import { closedMonths, type Months } from "@/lib/domain/closed-months";
import { type GroupName, type GroupRow, listGroupNames, listGroups } from "./queries/list-groups";
import { listProducts, type ProductRow } from "./queries/list-products";
import { listRateCurrencies, listRates, type RateRow } from "./queries/list-rates";
import type { ProductFilter, RateFilter } from "./schema";

export type { GroupName, GroupRow, ProductRow, RateRow };

export type ProductPage = { rows: ProductRow[]; total: number; groups: GroupName[] };
export type GroupPage = { groups: GroupRow[]; currency: string; year: Months };
export type RatePage = {
  rows: RateRow[];
  total: number;
  currencies: { currency: string; count: number }[];
  /** The company's own. */
  currency: string;
  today: string;
};

export const loadProducts = query(
  "dictionary:edit",
  async function loadProducts(scope, filter: ProductFilter): Promise<ProductPage> {
    return { ...(await listProducts(scope, filter)), groups: await listGroupNames(scope) };
  },
);

export const loadProductGroups = query("dictionary:edit", async function loadProductGroups(scope): Promise<GroupPage> {
  const year = closedMonths(scope.today, 12);
  return { groups: await listGroups(scope), currency: scope.company.currency, year };
});

export const loadRates = query(
  "dictionary:edit",
  async function loadRates(scope, filter: RateFilter): Promise<RatePage> {
    const currencies = await listRateCurrencies(scope);
    return { ...(await listRates(scope, filter)), currencies, currency: scope.company.currency, today: scope.today };
  },
);
