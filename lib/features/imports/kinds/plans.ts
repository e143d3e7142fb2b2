import { monthFields } from "@/lib/domain/import/period-columns";
import type { CellFault, ImportKind, KindField, RowDraft } from "../kind";
import { wideFields, yearField } from "../sql/period-rows";
import { applyCells, cellProblems, cellSeries, resolveCells } from "../sql/plan-cells";
import { countCells, planAmountFault, totalCells, typingQuestions } from "../sql/plan-totals";

const fields: readonly KindField[] = [
  {
    field: "client",
    required: true,
    type: "identifier",
    longest: 200,
    synonyms: {
      en: ["client code", "code", "client", "customer", "company", "account", "reseller key"],
      ru: ["код клиента", "код", "клиент", "контрагент", "инн", "компания", "покупатель"],
    },
  },
  {
    field: "member",
    example: "anna@example.com",
    required: false,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["e-mail", "member", "colleague", "owner", "manager", "salesperson", "whose plan"],
      ru: ["эл. почта", "e-mail", "сотрудник", "ответственный", "менеджер", "кам", "чей план"],
    },
  },
  {
    field: "month",
    required: false,
    type: "month",
    shape: "long",
    synonyms: { en: ["month", "period", "date"], ru: ["месяц", "период", "дата"] },
  },
  {
    field: "amount",
    required: false,
    type: "money",
    shape: "long",
    synonyms: {
      en: ["plan", "amount", "figure", "target", "sum"],
      ru: ["план", "цифра", "сумма", "сумма плана", "план продаж"],
    },
  },
  {
    field: "pinned",
    required: false,
    type: "boolean",
    shape: "long",
    synonyms: { en: ["pinned", "fixed"], ru: ["закреплено", "закреплён", "закреплена"] },
  },
  yearField,
  ...wideFields(monthFields),
];

/** Cells of plans, client × month, into drafts of the books that they belong to: the owner's, where the file does not name the colleague. */
export const plans: ImportKind = {
  name: "plans",
  fields,
  either: [["amount", ...monthFields]],
  finish,
  resolve: resolveCells,
  problems: cellProblems,
  questions: (of) => typingQuestions(of, cellSeries),
  counts: countCells,
  totals: totalCells,
  apply: applyCells,
};

function finish(row: RowDraft): CellFault | null {
  const fault = planAmountFault(row, ["amount", ...monthFields]);
  if (fault || !row.amount("amount")) return fault;
  return row.text("month") === null ? { field: "month", code: "required" } : null;
}
