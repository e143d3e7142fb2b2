import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { productFilter, rateFilter } from "../schema";
import { type GroupRow, listGroups } from "./list-groups";
import { listProducts, type ProductRow } from "./list-products";
import { listRates, type RateRow } from "./list-rates";

const PART = 1000;

/** The products that the address asks for. */
export const exportProducts = exportFile(
  { name: "products", ability: "dictionary:edit", filter: productFilter },
  async (scope, filter): Promise<Exported<ProductRow>> => {
    const t = translator(scope.locale, "products");
    const { text, day } = exportFields<ProductRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("name", t("name"), (row) => row.name, 36),
        text("code", t("code"), (row) => row.code),
        text("group", t("group"), (row) => row.group, 24),
        text("unit", t("unit"), (row) => row.unit, 10),
        day("sold", t("lastSold"), (row) => row.lastSold),
      ],
      rows: inParts(PART, async (page) => (await listProducts(scope, { ...filter, page, size: PART })).rows),
    };
  },
);

/** All product groups, archived ones too. */
export const exportProductGroups = exportFile(
  { name: "productGroups", ability: "dictionary:edit", filter: z.object({}) },
  async (scope): Promise<Exported<GroupRow>> => {
    const t = translator(scope.locale, "products");
    const e = translator(scope.locale, "exports");
    const { text, number, money, yesNo } = exportFields<GroupRow>(scope);
    return {
      title: t("tabs.groups"),
      fields: [
        text("name", t("groups.name"), (row) => row.name, 36),
        number("products", t("tabs.products"), (row) => row.products),
        money("turnover", e("year"), scope.company.currency, (row) => row.turnover),
        text("lastMonth", e("lastMonth"), (row) => row.lastMonth?.slice(0, 7) ?? null, 12),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: await listGroups(scope),
    };
  },
);

/** The rates that the address asks for, to the last digit. */
export const exportRates = exportFile(
  { name: "rates", ability: "dictionary:edit", filter: rateFilter },
  async (scope, filter): Promise<Exported<RateRow>> => {
    const t = translator(scope.locale, "products");
    const { text, decimal, day } = exportFields<RateRow>(scope);
    return {
      title: t("rates.title"),
      fields: [
        day("day", t("rates.day"), (row) => row.onDay),
        text("currency", t("rates.currency"), (row) => row.currency, 10),
        decimal("rate", t("rates.rate", { currency: scope.company.currency }), (row) => row.rate),
      ],
      rows: inParts(PART, async (page) => (await listRates(scope, { ...filter, page, size: PART })).rows),
    };
  },
);
