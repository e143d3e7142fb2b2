import "server-only";
import { download } from "@/lib/access/download";
import { monthOf } from "@/lib/domain/calendar-date";
import { fiscalYearOf, monthsOfYear } from "@/lib/domain/fiscal-year";
import { monthFields } from "@/lib/domain/import/period-columns";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import type { ExportColumn, ExportValue } from "@/lib/io/spreadsheet/export-column";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";
import { fieldLabel } from "./field-label";
import type { ImportKind, KindField, Shape } from "./kind";
import { kindOf } from "./kinds";
import { templateInput } from "./schema";

type Asked = {
  locale: Locale;
  format: "csv" | "xlsx";
  today: string;
  currency: string;
  fiscalStartMonth?: number;
  shape?: Shape;
};

/** The empty file of a kind: its headers in the reader's language and one row as an example. */
export const giveTemplate = download(
  { name: "importTemplate", ability: "import:run", input: templateInput },
  async ({ locale, today, company }, { kind, format, shape }) => {
    const t = translator(locale, "imports");
    return {
      name: `${t("templateName", { kind: t(`kinds.${kind}`) })}.${format}`,
      type:
        format === "csv"
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      body: templateFile(kindOf(kind), {
        locale,
        format,
        today,
        shape,
        currency: company.currency,
        fiscalStartMonth: company.fiscalStartMonth,
      }),
    };
  },
);

/** Made from the kind's fields alone, so that a new kind has one by itself. */
export function templateFile(kind: ImportKind, asked: Asked): ReadableStream<Uint8Array> {
  const { locale } = asked;
  const fields = templateFields(kind, asked);
  const columns = fields.map((field): ExportColumn => ({ header: headerOf(field, asked), ...typeOf(field) }));
  const rows = [fields.map((field) => exampleOf(field, asked))];
  if (asked.format === "csv") return writeCsv(rows, columns, locale);
  return writeXlsx(rows, columns, { name: translator(locale, "imports")("sheet"), locale });
}

/** The columns of a template; of the wide one the months of the company's running year, in its order. */
export function templateFields({ fields }: ImportKind, { shape = "wide", fiscalStartMonth = 1 }: Asked): KindField[] {
  const taken = fields.filter((field) => field.template !== false && (field.shape ?? shape) === shape);
  const place = (field: KindField) => {
    const month = monthFields.indexOf(field.field);
    return month < 0 ? -1 : (month + 1 - fiscalStartMonth + 12) % 12;
  };
  return taken.toSorted((a, b) => place(a) - place(b));
}

function headerOf({ field }: KindField, { locale, today, fiscalStartMonth = 1 }: Asked): string {
  const month = monthFields.indexOf(field) + 1;
  if (month === 0) return fieldLabel(locale, field);
  const day = monthsOfYear(fiscalYearOf(today, fiscalStartMonth), fiscalStartMonth).find(
    (one) => monthOf(one) === month,
  );
  return `${fieldLabel(locale, field)} ${day?.slice(0, 4)}`;
}

function typeOf({ type }: KindField): { type: "text" | "number" | "percent" | "day" } {
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
