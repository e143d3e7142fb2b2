import { decimalFrom, decimalText, minus, times, toMinor, zero } from "@/lib/domain/import/decimal";
import { currencyExponent } from "@/lib/domain/money";
import type { CellFault, ImportKind, RowDraft } from "../kind";
import { applySales, prepareProducts } from "../sql/sales-apply";
import { countSales, resolveSales, saleProblems, totalSales } from "../sql/sales-check";
import { salesFields } from "./sales-fields";

/**
 * Sale lines (domain.md 13.10–13). A line is its document and line number, else document, product and ordinal. Its amount is written, or price ×
 * quantity × (1 − discount); either way it is rounded half up, and what rounding added is summed exactly.
 */
export const sales: ImportKind = {
  name: "sales",
  fields: salesFields,
  hidden: [
    { field: "exponent", type: "number" },
    { field: "rounding", type: "number" },
  ],
  either: [["amount", "price"]],
  offers: { create: true, replace: true },
  finish,
  prepare: prepareProducts,
  resolve: resolveSales,
  problems: saleProblems,
  counts: countSales,
  totals: totalSales,
  apply: applySales,
};

const one = { units: 1n, scale: 0 };

function finish(row: RowDraft): CellFault | null {
  const written = row.amount("amount");
  const price = row.amount("price");
  const named = currencyCode(row.text("currency"));
  const currency = named ?? written?.currency ?? price?.currency ?? row.fallback;
  if (!/^[A-Z]{3}$/.test(currency)) return { field: "currency", code: "currency-unknown" };
  // "$100" in a line that says RUB: one of the two is a mistake.
  for (const field of ["amount", "price", "cost"]) {
    const said = row.amount(field)?.currency;
    if (said && said !== currency) return { field: field, code: "currency-other" };
  }
  const exponent = currencyExponent(currency);
  const quantity = decimalFrom(row.text("quantity") ?? "") ?? one;
  const discount = decimalFrom(row.text("discount") ?? "") ?? zero;
  const exact = written?.value ?? (price && times(times(price.value, quantity), minus(one, discount)));
  if (!exact) return { field: "amount", code: "required" };
  const { minor, rounding } = toMinor(exact, exponent);
  const cost = row.amount("cost");
  if (minor > 10n ** 17n || minor < -(10n ** 17n)) return { field: "amount", code: "amount-large" };
  row.set("amount", String(minor));
  row.set("price", null);
  row.set("cost", cost && String(toMinor(cost.value, exponent).minor));
  row.set("currency", currency);
  row.set("exponent", String(exponent));
  row.set("rounding", rounding.units === 0n ? null : decimalText(rounding));
  return null;
}

const words: Record<string, string> = {
  "₽": "RUB",
  РУБ: "RUB",
  "РУБ.": "RUB",
  RUR: "RUB",
  $: "USD",
  "€": "EUR",
  ЕВРО: "EUR",
  ДОЛЛ: "USD",
};

function currencyCode(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? "";
  return code === "" ? null : (words[code] ?? code);
}
