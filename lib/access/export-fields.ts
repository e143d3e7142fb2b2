import { currencyExponent } from "@/lib/domain/money";
import { plainMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import type { ExportField } from "./export-file";
import type { Scope } from "./scope";

type Of<Row, Value> = (row: Row) => Value;

/** The usual columns of a file, each for the column `id` of the table on the screen. Moments are told by the reader's own clock. */
export function exportFields<Row>({ locale, zone }: Pick<Scope, "locale" | "zone">) {
  const t = translator(locale, "exports");
  return {
    text: (id: string, header: string, value: Of<Row, string | null>, width = 20): ExportField<Row> => ({
      id,
      header,
      type: "text",
      value,
      width,
    }),
    number: (id: string, header: string, value: Of<Row, number | null>): ExportField<Row> => ({
      id,
      header,
      type: "number",
      value,
    }),
    /** An exact decimal as text, "92.5". */
    decimal: (id: string, header: string, value: Of<Row, string | null>): ExportField<Row> => ({
      id,
      header,
      type: "number",
      value,
    }),
    /** Minor units of a currency, which the header names. */
    money: (id: string, header: string, currency: string, value: Of<Row, bigint | null>): ExportField<Row> => ({
      id,
      header: `${header}, ${currency}`,
      type: "money",
      exponent: currencyExponent(currency),
      value,
      width: 16,
    }),
    /** A ratio: 0.125 is 12.5 %; kept to a hundredth of a per cent. */
    percent: (id: string, header: string, value: Of<Row, number | null>): ExportField<Row> => ({
      id,
      header,
      type: "percent",
      value: (row) => value(row)?.toFixed(4) ?? null,
    }),
    day: (id: string, header: string, value: Of<Row, string | null>): ExportField<Row> => ({
      id,
      header,
      type: "day",
      value,
      width: 12,
    }),
    moment: (id: string, what: string, at: Of<Row, Date | null>): ExportField<Row> => ({
      id,
      header: t("clock", { what, zone }),
      type: "moment",
      width: 17,
      value(row) {
        const when = at(row);
        return when && plainMoment(when, zone);
      },
    }),
    yesNo: (id: string, header: string, value: Of<Row, boolean>): ExportField<Row> => ({
      id,
      header,
      type: "boolean",
      yes: t("yes"),
      no: t("no"),
      value,
    }),
  };
}
