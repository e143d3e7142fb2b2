import { tableKind } from "../sql/table-kind";

/** What a unit of a currency costs in the company's own, by day (domain.md 13.12). */
export const rates = tableKind({
  name: "rates",
  table: "rate",
  fields: [
    {
      field: "currency",
      example: "USD",
      required: true,
      type: "text",
      longest: 10,
      synonyms: { en: ["currency", "currency code"], ru: ["валюта", "код валюты", "букв. код"] },
    },
    { field: "day", required: true, type: "day", synonyms: { en: ["date", "day"], ru: ["дата", "день"] } },
    {
      field: "rate",
      example: "90.1234",
      required: true,
      type: "quantity",
      scale: 8,
      synonyms: { en: ["rate", "exchange rate"], ru: ["курс", "значение"] },
    },
    // Banks quote weak currencies by the hundred.
    {
      field: "quantity",
      example: "1",
      required: false,
      type: "quantity",
      synonyms: { en: ["nominal", "units"], ru: ["номинал", "единиц"] },
    },
  ],
  finish(row) {
    const currency = row.text("currency")?.toUpperCase() ?? "";
    if (!/^[A-Z]{3}$/.test(currency)) return { field: "currency", code: "currency-unknown" };
    if (currency === row.company) return { field: "currency", code: "not-a-currency" };
    row.set("currency", currency);
    return null;
  },
  references: [],
  existing:
    "select t.id from public.rate t where t.tenant_id = (select app.tenant()) and t.currency = s.currency and t.on_day = s.day",
  fileKey: "s.currency || ' ' || s.day",
  targets: [
    { column: "currency", from: [], value: "s.currency" },
    { column: "on_day", from: [], value: "s.day" },
    { column: "rate", from: ["rate"], value: "(s.rate / coalesce(nullif(s.quantity, 0), 1))::numeric(18, 8)" },
  ],
  problems: () => ["select g.row_no, 'rate', 'not-a-number', g.rate::text from good g where g.rate <= 0"],
});
