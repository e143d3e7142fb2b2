import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { currencyExponent } from "@/lib/domain/money";
import { measureName } from "@/lib/i18n/measure-text";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { rowFilter } from "../schema";
import { figureText } from "./export";
import type { Fact, FactName } from "./facts";
import { type RowsPage, readTargetRows } from "./rows";

/** A line of any of the three tables: what it is about, whose, its figures, and what a value by hand rests on. */
type Row = { about: string; whose: string | null; figures: (string | null)[]; note: string | null };
type Table = { about: string; figures: string[]; rows: Row[] };

/** The rows that a figure of the scorecard was added up from, all of them. */
export const exportTargetRows = exportFile(
  { name: "targetRows", ability: "client:read", filter: rowFilter },
  async (scope, filter): Promise<Exported<Row>> => {
    const page = await readTargetRows(scope, filter);
    const t = translator(scope.locale, "targets");
    const { text, decimal } = exportFields<Row>(scope);
    const { about, figures, rows } = tableOf(page, scope.locale);
    return {
      title: `${measureName(page.measure, scope.locale)} ${page.name}`,
      fields: [
        text("about", about, (row) => row.about, 32),
        ...(rows.some(({ whose }) => whose !== null)
          ? [text("whose", t(page.content.kind === "entered" ? "rows.by" : "rows.member"), (row) => row.whose, 28)]
          : []),
        ...figures.map((head, place) => decimal(`figure${place}`, head, (row) => row.figures[place] ?? null)),
        ...(page.content.kind === "entered" ? [text("evidence", t("evidence"), (row) => row.note, 40)] : []),
      ],
      rows,
    };
  },
);

function tableOf({ content, currency, digits, measure }: RowsPage, locale: "en" | "ru"): Table {
  const t = translator(locale, "targets");
  if (content.kind === "parts")
    return {
      about: t("columns.measure"),
      figures: [t("rows.value")],
      rows: content.parts.map((part) => ({
        about: measureName(part.measure, locale),
        whose: null,
        figures: [figureText(part.value, part.digits)],
        note: null,
      })),
    };
  if (content.kind === "entered")
    return {
      about: t("rows.period"),
      figures: [measureName(measure, locale)],
      rows: content.figures.map((one) => ({
        about: periodWords({ startsOn: one.startsOn, months: one.months }, locale),
        whose: one.enteredBy,
        figures: [figureText(one.amount, digits)],
        note: [one.note, one.link].filter(Boolean).join(" ") || null,
      })),
    };
  const columns = content.facts.flatMap((fact) => columnsOf(fact, currency, locale));
  return {
    about: t(content.lines[0]?.month ? "rows.month" : "rows.client"),
    figures: columns.map(({ head }) => head),
    rows: content.lines.map((line) => ({
      about: line.month
        ? periodWords({ startsOn: line.month, months: 1 }, locale)
        : (line.client?.label ?? t("rows.away")),
      whose: line.member?.name ?? null,
      figures: columns.map(({ value }) => value(line.facts)),
      note: null,
    })),
  };
}

type Facts = Partial<Record<FactName, Fact>>;
type Column = { head: string; value: (facts: Facts) => string | null };

/** As on the screen, but a share as the two figures that it is made of. */
function columnsOf(fact: FactName, currency: string, locale: "en" | "ru"): Column[] {
  const t = translator(locale, "targets");
  const side = (head: string, which: keyof Fact, digits: number): Column => ({
    head,
    value: (facts) => figureText(facts[fact]?.[which] ?? 0n, digits),
  });
  const money = currencyExponent(currency);
  if (fact === "revenue" || fact === "margin") return [side(`${t(`rows.facts.${fact}`)}, ${currency}`, "top", money)];
  if (fact === "retention")
    return [
      side(`${t("rows.facts.before")}, ${currency}`, "bottom", money),
      side(`${t("rows.facts.kept")}, ${currency}`, "top", money),
    ];
  if (fact === "on_cadence")
    return [side(t("rows.facts.on_cadence"), "top", 0), side(t("rows.facts.clients"), "bottom", 0)];
  return [side(t(`rows.facts.${fact}`), "top", 0)];
}
