import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { decimalText, trimmed } from "@/lib/domain/import/decimal";
import { parseAmount } from "@/lib/domain/import/parse-amount";

const DIGITS_AFTER_POINT = 8;

/** An exact rate from what was typed, as text: more than nothing, at most ten digits before the point and eight after. */
export function rateTyped(typed: string, decimal: "," | "."): string {
  const fault = (code: "not-a-number" | "too-large") => new Refusal("invalid", { fields: { rate: code } });
  const amount = parseAmount(typed, { decimal, mixed: false, ambiguous: 0 });
  if (!amount.ok) throw fault(amount.code === "amount-large" ? "too-large" : "not-a-number");
  if (!amount.value || amount.value.currency || amount.value.value.units <= 0n) throw fault("not-a-number");
  const value = trimmed(amount.value.value);
  if (value.scale > DIGITS_AFTER_POINT) throw fault("not-a-number");
  const text = decimalText(value);
  if (text.replace(/\..*$/, "").length > 10) throw fault("too-large");
  return text;
}

/** The rate as its form shows it, or "not found". */
export async function rateForm({ db, locale }: Scope, id: string) {
  const found = await db.rate.findFirst({ where: { id } });
  if (!found) throw new Refusal("not-found");
  const rate = found.rate.toFixed();
  return {
    version: found.version,
    form: {
      currency: found.currency,
      onDay: found.onDay.toISOString().slice(0, 10),
      rate: locale === "ru" ? rate.replace(".", ",") : rate,
    },
  };
}
