import "server-only";
import { download } from "@/lib/access/download";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import type { ExportColumn, ExportValue } from "@/lib/io/spreadsheet/export-column";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";
import { fieldLabel } from "./field-label";
import type { ImportKind, KindField } from "./kind";
import { kindOf } from "./kinds";
import { templateInput } from "./schema";

type Asked = { locale: Locale; format: "csv" | "xlsx"; today: string; currency: string };

/** The empty file of a kind: its headers in the reader's language and one row as an example. */
export const giveTemplate = download(
  { name: "importTemplate", ability: "import:run", input: templateInput },
  async ({ locale, today, company }, { kind, format }) => {
    const t = translator(locale, "imports");
    return {
      name: `${t("templateName", { kind: t(`kinds.${kind}`) })}.${format}`,
      type:
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      body: templateFile(kindOf(kind), { locale, format, today, currency: company.currency }),
    };
  },
);

/** Made from the kind's fields alone, so that a new kind has one by itself. */
export function templateFile(kind: ImportKind, asked: Asked): ReadableStream<Uint8Array> {
  const { locale } = asked;
  const columns = kind.fields.map(
    (field): ExportColumn => ({ header: fieldLabel(locale, field.field), ...shapeOf(field) }),
  );
  const rows = [kind.fields.map((field) => exampleOf(field, asked))];
  if (asked.format === "csv") return writeCsv(rows, columns, locale);
  return writeXlsx(rows, columns, { name: translator(locale, "imports")("sheet"), locale });
}

type Shape = { type: "text" | "number" | "percent" | "day" };

function shapeOf({ type }: KindField): Shape {
  if (type === "money" || type === "quantity") return { type: "number" };
  return { type: type === "percent" || type === "day" ? type : "text" };
}

function exampleOf(field: KindField, { locale, today, currency }: Asked): ExportValue {
  if (field.example !== undefined) return field.example || null;
  const t = translator(locale, "imports");
  const [choice] = Object.entries(field.choices ?? {});
  if (choice) return choice[1].find((word) => /[а-яё]/i.test(word) === (locale === "ru")) ?? choice[0];
  if (field.field === "currency") return currency;
  switch (field.type) {
    case "money":
      return "12500.5";
    case "quantity":
      return "2";
    case "percent":
      return "0.1";
    case "day":
      return today;
    case "month":
      return today.slice(0, 7);
    case "boolean":
      return t("yes");
    case "identifier":
      return "1001";
    default:
      return t("exampleOf", { field: fieldLabel(locale, field.field) });
  }
}
