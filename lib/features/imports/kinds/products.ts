import { wordReference } from "../sql/reference";
import { tableKind } from "../sql/table-kind";

/** Products by their code, with their groups. */
export const products = tableKind({
  name: "products",
  table: "product",
  fields: [
    {
      field: "code",
      required: true,
      type: "identifier",
      longest: 60,
      synonyms: {
        en: ["code", "product code", "sku", "article", "product id", "product key", "id"],
        ru: ["код", "артикул", "код товара", "код номенклатуры", "sku"],
      },
    },
    {
      field: "product_name",
      required: true,
      type: "text",
      longest: 200,
      synonyms: {
        en: ["name", "product", "product name", "title", "item"],
        ru: ["наименование", "название", "товар", "номенклатура", "наименование товара"],
      },
    },
    {
      field: "product_group",
      required: false,
      type: "text",
      longest: 120,
      synonyms: {
        en: ["group", "product group", "category", "product category", "english product category name"],
        ru: ["группа", "группа товаров", "товарная группа", "номенклатурная группа", "категория"],
      },
    },
    {
      field: "unit",
      required: false,
      type: "text",
      longest: 20,
      synonyms: { en: ["unit", "unit of measure", "uom"], ru: ["ед", "ед. изм.", "единица измерения", "единица"] },
    },
  ],
  references: [wordReference("product_group", "product_group")],
  makes: { product_group: "name" },
  existing: "select t.id from public.product t where t.tenant_id = (select app.tenant()) and t.code = s.code",
  fileKey: "s.code",
  targets: [
    { column: "code", from: ["code"], value: "s.code" },
    { column: "name", from: ["product_name"], value: "s.product_name" },
    { column: "group_id", from: ["product_group"], value: "ref_product_group.id" },
    { column: "unit", from: ["unit"], value: "s.unit" },
  ],
});
