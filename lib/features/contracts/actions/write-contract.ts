import { type FieldErrors, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { contractFaults, contractTyped } from "@/lib/domain/contract";
import { numberTyped } from "@/lib/domain/key-number";
import { type ContractRow, isOwned, listContracts } from "../queries";
import type { ContractFields } from "../schema";

/** The contract as it stands, or "not found". */
export async function findContract(scope: Scope, clientId: string, id: string): Promise<ContractRow> {
  const found = (await listContracts(scope, clientId)).find((one) => one.id === id);
  if (!found) throw new Refusal("not-found");
  return found;
}

export function stale(scope: Scope, before: ContractRow, mine: ContractFields | null): Refusal {
  const theirs = contractTyped(before, scope.company.currency, scope.locale === "ru" ? "," : ".");
  return new Refusal("conflict", { values: { theirs, version: before.version, mine } });
}

/** The columns of what was typed; refuses what its status does not allow, field by field. */
export async function columnsOf(scope: Scope, typed: ContractFields, before: ContractRow | null) {
  const fields: FieldErrors = {};
  for (const { field, code } of contractFaults(typed, scope.today)) fields[field] ??= code;
  const amount = amountOf(scope, typed);
  if (typeof amount === "string") fields.amount = amount;
  const signs = typed.status === "signed" && before?.status !== "signed";
  if (signs && !(await isOwned(scope, typed.clientId))) fields.status = "contract-needs-owner";
  if (Object.keys(fields).length > 0 || typeof amount === "string") throw new Refusal("invalid", { fields });
  return {
    number: typed.number,
    status: typed.status,
    signedOn: dateOf(typed.signedOn),
    startsOn: dateOf(typed.startsOn),
    endsOn: dateOf(typed.endsOn),
    amount,
    currency: amount === null ? null : typed.currency,
    note: typed.note,
  };
}

function amountOf(scope: Scope, { amount, currency }: ContractFields): bigint | null | "not-a-number" | "too-large" {
  if (amount.trim() === "") return null;
  const value = numberTyped(amount, { unit: "money", currency, decimal: scope.locale === "ru" ? "," : "." });
  if (typeof value === "string") return value === "too-large" ? value : "not-a-number";
  return "minor" in value && value.minor >= 0n ? value.minor : "not-a-number";
}

const dateOf = (day: CalendarDate | null) => day && new Date(`${day}T00:00:00Z`);
