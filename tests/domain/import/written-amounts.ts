import fc from "fast-check";
import { type Decimal, decimalText } from "@/lib/domain/import/decimal";

export type Style = {
  decimal: "," | ".";
  group: "" | " " | "\u00a0" | "\u202f" | "'" | "other";
  minus: "-1" | "−1" | "1-" | "(1)";
  sign: string;
  before: boolean;
};

export const anyStyle: fc.Arbitrary<Style> = fc.record({
  decimal: fc.constantFrom(",", "."),
  group: fc.constantFrom("", " ", "\u00a0", "\u202f", "'", "other"),
  minus: fc.constantFrom("-1", "−1", "1-", "(1)"),
  sign: fc.constantFrom("", "", "₽", "$", "руб.", "EUR"),
  before: fc.boolean(),
});

/** An amount as somebody may have typed it; made apart from the parser, digit by digit. */
export function writeAmount(amount: Decimal, style: Style): string {
  const [whole = "0", fraction] = decimalText(amount).replace("-", "").split(".");
  const mark = style.group === "other" ? (style.decimal === "," ? "." : ",") : style.group;
  const grouped = [...whole].map((digit, index) => ((whole.length - index) % 3 === 0 && index > 0 ? mark : "") + digit);
  let text = grouped.join("") + (fraction === undefined ? "" : style.decimal + fraction);
  if (style.sign) text = style.before ? `${style.sign}${text}` : `${text} ${style.sign}`;
  if (amount.units >= 0n) return text;
  return style.minus === "(1)" ? `(${text})` : style.minus === "1-" ? `${text}-` : `${style.minus[0]}${text}`;
}
