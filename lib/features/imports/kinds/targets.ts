import { readPeriod } from "@/lib/domain/import/read-period";
import type { CellFault, ImportKind, KindField, RowDraft } from "../kind";
import { applyTargets, countTargets, resolveTargets, targetProblems } from "../sql/targets";

const subject = (field: string, en: string[], ru: string[], example: string): KindField => ({
  field,
  example,
  required: false,
  type: "text",
  longest: 200,
  synonyms: { en, ru },
});

const fields: readonly KindField[] = [
  {
    field: "measure",
    example: "revenue",
    required: true,
    type: "text",
    longest: 80,
    synonyms: { en: ["measure", "kpi", "indicator", "metric"], ru: ["показатель", "kpi", "кпэ", "метрика"] },
  },
  subject(
    "member",
    ["member", "colleague", "employee", "manager", "salesperson"],
    ["сотрудник", "менеджер", "ответственный", "кам"],
    "anna@example.com",
  ),
  subject("team", ["team", "department"], ["команда", "отдел", "группа"], ""),
  subject("client", ["client", "client code", "customer"], ["клиент", "код клиента", "контрагент"], ""),
  {
    field: "period",
    required: true,
    type: "text",
    longest: 40,
    example: "2027-01",
    synonyms: { en: ["period", "month", "quarter", "date"], ru: ["период", "месяц", "квартал", "дата"] },
  },
  {
    field: "amount",
    required: true,
    type: "quantity",
    synonyms: {
      en: ["target", "goal", "plan", "amount", "value"],
      ru: ["цель", "план", "норматив", "сумма", "значение"],
    },
  },
  {
    field: "weight",
    required: false,
    type: "percent",
    synonyms: { en: ["weight"], ru: ["вес", "вес показателя"] },
  },
];

/** Targets of people, teams and clients by measure and period (R79–R82). A per cent is written as 85. */
export const targets: ImportKind = {
  name: "targets",
  fields,
  hidden: [
    { field: "p_month", type: "number" },
    { field: "p_quarter", type: "number" },
    { field: "p_year", type: "number" },
    { field: "p_span", type: "number" },
  ],
  either: [["member", "team", "client"]],
  finish,
  resolve: resolveTargets,
  problems: targetProblems,
  counts: countTargets,
  totals: async () => ({ totals: [], rounding: "0" }),
  apply: applyTargets,
};

function finish(row: RowDraft): CellFault | null {
  const named = ["member", "team", "client"].filter((field) => row.text(field) !== null);
  if (named.length !== 1) return { field: named[1] ?? "member", code: "target-subject" };
  const period = readPeriod(row.text("period") ?? "");
  if (!period) return { field: "period", code: "plan-period-unknown" };
  row.set("p_month", period.span === 1 ? String(period.month) : null);
  row.set("p_quarter", period.span === 3 ? String(period.quarter) : null);
  row.set("p_year", period.year === null ? null : String(period.year));
  row.set("p_span", String(period.span));
  return null;
}
