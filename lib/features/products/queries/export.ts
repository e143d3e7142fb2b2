import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { productFilter } from "../schema";
import { listProducts, type ProductRow } from "./list-products";

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
