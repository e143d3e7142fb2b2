import { monthFields, quarterFields } from "@/lib/domain/import/period-columns";
import { readPeriod } from "@/lib/domain/import/read-period";
import type { CellFault, ImportKind, KindField, RowDraft } from "../kind";
import { wideFields, yearField } from "../sql/period-rows";
import { applyFigures, figureProblems, figureSeries, resolveFigures } from "../sql/plan-figures";
import { countCells, planAmountFault, totalCells, typingQuestions } from "../sql/plan-totals";

const fields: readonly KindField[] = [
  {
    field: "member",
    example: "anna@example.com",
    required: true,
    type: "text",
    longest: 200,
    synonyms: {
      en: [
        "e-mail",
        "member",
        "colleague",
        "salesperson",
        "employee",
        "manager",
        "employee key",
        "employee id",
        "whose plan",
        "name",
      ],
      ru: [
        "эл. почта",
        "сотрудник",
        "менеджер",
        "ответственный",
        "кам",
        "чей план",
        "продавец",
        "фио",
        "табельный номер",
      ],
    },
  },
  {
    field: "plan_kind",
    required: false,
    type: "text",
    synonyms: { en: ["kind", "plan for", "for what"], ru: ["вид плана", "план на", "на что"] },
    choices: {
      book: ["портфель", "own book", "own", "личный"],
      team: ["команда", "отдел"],
      company: ["компания", "вся компания"],
    },
  },
  {
    field: "period",
    required: false,
    type: "text",
    longest: 40,
    shape: "long",
    example: "Q1 2027",
    synonyms: {
      en: ["period", "quarter", "month", "fiscal quarter", "date"],
      ru: ["период", "квартал", "месяц", "дата"],
    },
  },
  {
    field: "months",
    required: false,
    type: "quantity",
    scale: 0,
    shape: "long",
    template: false,
    synonyms: { en: ["months", "length, months"], ru: ["месяцев", "длительность, мес."] },
  },
  {
    field: "amount",
    required: false,
    type: "money",
    shape: "long",
    synonyms: {
      en: ["figure", "amount", "plan", "quota", "sales quota", "target", "sum"],
      ru: ["план", "цифра", "сумма", "сумма плана", "квота", "план продаж"],
    },
  },
  yearField,
  ...wideFields([...monthFields, ...quarterFields]),
];

/** Figures of plans without clients: of a person's book, a team or the company, for months, quarters or years. They go into drafts. */
export const figures: ImportKind = {
  name: "figures",
  fields,
  hidden: [
    { field: "p_month", type: "number" },
    { field: "p_quarter", type: "number" },
    { field: "p_year", type: "number" },
    { field: "p_span", type: "number" },
  ],
  either: [["amount", ...monthFields, ...quarterFields]],
  finish,
  resolve: resolveFigures,
  problems: figureProblems,
  questions: (of) => typingQuestions(of, figureSeries),
  counts: countCells,
  totals: totalCells,
  apply: applyFigures,
};

function finish(row: RowDraft): CellFault | null {
  const fault = planAmountFault(row, ["amount", ...monthFields, ...quarterFields]);
  if (fault || !row.amount("amount")) return fault;
  const period = readPeriod(row.text("period") ?? "");
  if (!period) return { field: "period", code: row.text("period") === null ? "required" : "plan-period-unknown" };
  // A file may say the first day and how many months.
  const months = row.text("months");
  if (months !== null && !["1", "3", "12"].includes(months)) return { field: "months", code: "plan-period-unknown" };
  row.set("p_month", period.span === 1 ? String(period.month) : null);
  row.set("p_quarter", period.span === 3 ? String(period.quarter) : null);
  row.set("p_year", period.year === null ? null : String(period.year));
  row.set("p_span", period.span === 1 ? (months ?? "1") : String(period.span));
  return null;
}
