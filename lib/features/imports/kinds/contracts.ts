import { toMinor } from "@/lib/domain/import/decimal";
import { currencyExponent } from "@/lib/domain/money";
import type { KindContext, KindField } from "../kind";
import { clientReference } from "../sql/reference";
import { tableKind } from "../sql/table-kind";

const day = (field: string, en: string[], ru: string[]): KindField => ({
  field,
  required: false,
  type: "day",
  synonyms: { en, ru },
});

const fields: readonly KindField[] = [
  {
    field: "client",
    required: true,
    type: "identifier",
    longest: 200,
    synonyms: {
      en: ["client", "client code", "customer", "company"],
      ru: ["клиент", "контрагент", "код клиента", "инн", "компания"],
    },
  },
  {
    field: "number",
    required: true,
    type: "identifier",
    longest: 60,
    synonyms: {
      en: ["number", "contract number", "contract"],
      ru: ["номер", "номер договора", "договор", "№ договора"],
    },
  },
  {
    field: "status",
    required: false,
    type: "text",
    synonyms: { en: ["status", "state"], ru: ["статус", "состояние"] },
    choices: {
      draft: ["черновик", "проект", "на согласовании"],
      signed: ["подписан", "действует", "заключён", "active"],
      ended: ["завершён", "расторгнут", "закрыт", "не действует", "closed"],
    },
  },
  day("signed_on", ["signed", "signed on", "contract date"], ["дата подписания", "подписан", "дата договора", "дата"]),
  day("starts_on", ["from", "starts on", "start"], ["действует с", "дата начала", "начало"]),
  day(
    "ends_on",
    ["until", "ends on", "end", "to"],
    ["действует до", "действует по", "дата окончания", "срок действия"],
  ),
  {
    field: "amount",
    required: false,
    type: "money",
    synonyms: { en: ["amount", "sum", "value"], ru: ["сумма", "сумма договора"] },
  },
  { field: "currency", required: false, type: "text", longest: 3, synonyms: { en: ["currency"], ru: ["валюта"] } },
  {
    field: "note",
    required: false,
    type: "lines",
    longest: 4000,
    synonyms: { en: ["note", "comment"], ru: ["комментарий", "примечание"] },
  },
];

/** Contracts by client and number. One with a day of signing is signed, and a signed one demands somebody who answers for the client (R3). */
export const contracts = tableKind({
  name: "contracts",
  table: "contract",
  fields,
  finish(row) {
    const amount = row.amount("amount");
    const currency = row.text("currency")?.toUpperCase() ?? amount?.currency ?? row.fallback;
    if (!/^[A-Z]{3}$/.test(currency)) return { field: "currency", code: "currency-unknown" };
    row.set("amount", amount && String(toMinor(amount.value, currencyExponent(currency)).minor));
    row.set("currency", amount && currency);
    if (!row.text("status") && row.text("signed_on")) row.set("status", "signed");
    return null;
  },
  references: [clientReference()],
  existing:
    "select t.id from public.contract t where t.tenant_id = (select app.tenant()) and t.client_id = ref_client.id and t.number = s.number",
  fileKey: "ref_client.id || ' ' || s.number",
  targets: [
    { column: "client_id", from: [], value: "ref_client.id" },
    { column: "number", from: [], value: "s.number" },
    { column: "status", from: ["status", "signed_on"], value: "s.status", whenNew: "'draft'" },
    { column: "signed_on", from: ["signed_on"], value: "s.signed_on" },
    { column: "starts_on", from: ["starts_on"], value: "s.starts_on" },
    { column: "ends_on", from: ["ends_on"], value: "s.ends_on" },
    { column: "amount", from: ["amount"], value: "s.amount" },
    { column: "currency", from: ["amount"], value: "s.currency" },
    { column: "note", from: ["note"], value: "s.note" },
  ],
  problems: ({ scope }: KindContext) => [
    "select g.row_no, 'ends_on', 'impossible-period', g.ends_on::text from good g where g.ends_on < g.starts_on",
    `select g.row_no, 'signed_on', 'signed-without-day', g.number from good g left join public.contract c on c.tenant_id = (select app.tenant()) and c.id = g.id
     where coalesce(g.status, c.status) in ('signed', 'ended') and coalesce(g.signed_on, c.signed_on) is null`,
    `select g.row_no, 'client', 'contract-needs-owner', g.number from good g where g.status = 'signed' and not exists (
       select from public.assignment a where a.tenant_id = (select app.tenant()) and a.client_id = g.client_id and a.role = 'primary' and (a.ends_on is null or a.ends_on > '${scope.today}'::date))`,
  ],
});
