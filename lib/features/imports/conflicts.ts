import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { decimalText, trimmed } from "@/lib/domain/import/decimal";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { day } from "@/lib/i18n/format";
import { messagesFor, translator } from "@/lib/i18n/messages";
import type steps from "@/lib/i18n/messages/en/import-steps";
import type en from "@/lib/i18n/messages/en/imports";
import { clientsOfPlan, planConflict } from "./plan-conflicts";
import type { Conflict } from "./sql/undo";

type TableWord = keyof typeof steps.revert.tables;

/** A row that has changed since an import, as a person compares it: what a revert would make of it (null: it would go), and what it is now. */
export type ConflictView = {
  key: string;
  table: TableWord;
  label: string;
  gone: boolean;
  removes: boolean;
  /** It cannot be put back: what has been submitted or approved since is not an import's business any more. */
  stays: boolean;
  differences: { label: string; before: string | null; now: string | null }[];
};

const row = z.record(z.string(), z.unknown()).nullable();
type Row = Record<string, unknown>;

const technical = new Set([
  "id",
  "tenant_id",
  "version",
  "created_at",
  "updated_at",
  "created_by",
  "name_key",
  "import_id",
  "value_key",
  "credit_id",
  "source_rule",
  "source",
  "entered_by",
  "entered_at",
  "what",
]);
const money = new Set(["amount", "base_amount", "cost", "base_cost"]);
// Columns that name a row of another table, and the field of the messages that says what they are.
const references: Record<string, { table: string; field: string }> = {
  client_id: { table: "client", field: "client" },
  parent_id: { table: "client", field: "parent" },
  contact_id: { table: "contact", field: "contact_name" },
  member_id: { table: "member", field: "member" },
  owner_id: { table: "member", field: "owner" },
  seller_id: { table: "member", field: "seller" },
  industry_id: { table: "industry", field: "industry" },
  region_id: { table: "region", field: "region" },
  product_id: { table: "product", field: "product" },
  group_id: { table: "product_group", field: "product_group" },
  measure_id: { table: "measure", field: "measure" },
  team_id: { table: "team", field: "team" },
};
const fields: Record<string, string> = {
  sold_on: "day",
  on_day: "day",
  value: "phones",
  base_amount: "amount",
  base_cost: "cost",
};

type FieldWord = keyof typeof en.fields;

/** The conflicts in the reader's words; ids of other rows by their names. */
export async function conflictViews(scope: Scope, conflicts: readonly Conflict[]): Promise<ConflictView[]> {
  const names = await namesOf(scope, conflicts);
  const t = translator(scope.locale, "imports");
  const labelOf = (column: string): string => {
    const field = references[column]?.field ?? fields[column] ?? column;
    const word = t.has(`fields.${field as FieldWord}`) ? t(`fields.${field as FieldWord}`) : null;
    return word ?? t("otherField");
  };
  return conflicts.map(({ table, id, stays = false, ...sides }) => {
    if (table === "plan_version") return planConflict(scope, { id, stays, ...sides }, names);
    const [before, now] = [row.parse(sides.before), row.parse(sides.now)];
    const show = (side: Row | null, column: string) => shown(scope, side, column, names);
    const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now ?? {})])].filter(
      (column) => !technical.has(column) && (before === null || now === null || !same(before[column], now[column])),
    );
    const compared =
      before && now ? columns : columns.filter((column) => show(before ?? now, column) !== null).slice(0, 6);
    return {
      key: `${table}:${id}`,
      table: isTable(table) ? table : "other",
      label: titleOf(before ?? now ?? {}, names),
      gone: now === null,
      removes: before === null,
      stays,
      differences: compared.map((column) => ({
        label: column === "archived_at" ? t("archived") : labelOf(column),
        before: show(before, column),
        now: show(now, column),
      })),
    };
  });
}

function isTable(name: string): name is TableWord {
  return Object.hasOwn(messagesFor("en").importSteps.revert.tables, name);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function titleOf(of: Row, names: ReadonlyMap<string, string>): string {
  const own = [
    of.name,
    of.document && `${of.document}${of.line ? ` / ${of.line}` : ""}`,
    of.number,
    of.value,
    of.currency,
  ];
  const named = (id: unknown) => (typeof id === "string" ? names.get(id) : undefined);
  if (of.measure_id) {
    const whose = named(of.member_id) ?? named(of.team_id) ?? named(of.client_id);
    return [named(of.measure_id), whose].filter((part) => part !== undefined).join(" · ");
  }
  const client = named(of.client_id);
  const first = own.find((one) => typeof one === "string" && one !== "");
  return [first, client].filter((part) => typeof part === "string").join(" · ");
}

function shown(scope: Scope, side: Row | null, column: string, names: ReadonlyMap<string, string>): string | null {
  const value = side?.[column];
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string" && references[column]) return names.get(value) ?? "…";
  if (column === "amount" && typeof side?.measure_id === "string")
    return decimalText(
      trimmed({ units: BigInt(String(value)), scale: Number(names.get(`digits ${side.measure_id}`) ?? 0) }),
    );
  if (money.has(column) && (typeof value === "number" || typeof value === "string")) {
    const currency = column !== "amount" || typeof side?.currency !== "string" ? scope.company.currency : side.currency;
    return `${decimalOf(BigInt(value), currencyExponent(currency))} ${currency}`;
  }
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d($|T)/.test(value)) return day(value.slice(0, 10), scope.locale);
  return typeof value === "object" ? JSON.stringify(value) : String(value).slice(0, 300);
}

async function namesOf(scope: Scope, conflicts: readonly Conflict[]): Promise<Map<string, string>> {
  const ids = new Set<string>();
  for (const { before, now } of conflicts)
    for (const side of [row.parse(before), row.parse(now)])
      for (const [column, value] of Object.entries(side ?? {}))
        if (references[column] && typeof value === "string") ids.add(value);
  for (const id of clientsOfPlan(conflicts)) ids.add(id);
  if (ids.size === 0) return new Map();
  const list = [...ids];
  const found = await scope.db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from client where id = any(${list}::uuid[]) union all select id::text, name from contact where id = any(${list}::uuid[])
    union all select id::text, name from member where id = any(${list}::uuid[]) union all select id::text, name from product where id = any(${list}::uuid[])
    union all select id::text, name from product_group where id = any(${list}::uuid[]) union all select id::text, name from industry where id = any(${list}::uuid[])
    union all select id::text, name from region where id = any(${list}::uuid[]) union all select id::text, name from team where id = any(${list}::uuid[])
    union all select id::text, case ${scope.locale} when 'ru' then name_ru else name_en end from measure where id = any(${list}::uuid[])
    union all select 'digits ' || id, (case unit when 'money' then ${currencyExponent(scope.company.currency)}::int when 'percent' then 2 else digits end)::text
      from measure where id = any(${list}::uuid[])`;
  return new Map(found.map(({ id, name }) => [id, name]));
}
