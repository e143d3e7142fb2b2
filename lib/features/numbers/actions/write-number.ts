import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { type NumberUnit, numberTyped } from "@/lib/domain/key-number";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { listNumbers, type NumberValueRow } from "../queries";
import type { numberInput } from "../schema";

type Input = z.output<typeof numberInput>;

/** Another value of a number. When meanwhile somebody wrote one, it is a conflict with both. */
export async function insertNumber(scope: Scope, input: Input): Promise<string> {
  await holdLivingClient(scope, input.clientId);
  const kind = await scope.db.numberKind.findFirst({
    where: { id: input.kindId, archivedAt: null },
    select: { unit: true },
  });
  if (!kind) throw new Refusal("not-found");
  if (input.asOf > scope.today) throw new Refusal("invalid", { fields: { asOf: "date-in-future" } });
  if (input.source === "person" && input.contactId === null && input.sourceNote === null)
    throw new Refusal("invalid", { fields: { contactId: "required" } });
  const typed = numberTyped(input.typed, {
    unit: kind.unit as NumberUnit,
    currency: input.currency,
    decimal: scope.locale === "ru" ? "," : ".",
  });
  if (typeof typed === "string") throw new Refusal("invalid", { fields: { typed: typed } });
  const latest = await latestOf(scope, input.clientId, input.kindId);
  if ((latest?.id ?? null) !== input.after) throw new Refusal("conflict", { values: { theirs: latest } });
  const { id } = await scope.db.keyNumber.create({
    data: {
      clientId: input.clientId,
      kindId: input.kindId,
      ...typed,
      asOf: new Date(`${input.asOf}T00:00:00Z`),
      source: input.source,
      contactId: input.source === "person" ? input.contactId : null,
      sourceNote: input.sourceNote,
    },
    select: { id: true },
  });
  return id;
}

async function latestOf(scope: Scope, clientId: string, kindId: string): Promise<NumberValueRow | null> {
  const numbers = await listNumbers(scope, clientId);
  return numbers.find((number) => number.kindId === kindId)?.latest ?? null;
}

/** The same value again, as of today: one tap says that it still holds. Only the value in force can be confirmed. */
export async function repeatNumber(scope: Scope, clientId: string, id: string): Promise<string> {
  await holdLivingClient(scope, clientId);
  const numbers = await listNumbers(scope, clientId);
  const number = numbers.find(({ history }) => history.some((value) => value.id === id));
  if (!number) throw new Refusal("not-found");
  if (number.latest?.id !== id) throw new Refusal("conflict", { values: { theirs: number.latest } });
  // Twice on one day says nothing new.
  if (number.latest.asOf === scope.today) return id;
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    insert into key_number (client_id, kind_id, minor, currency, figure, content, as_of, source, contact_id, source_note, confirms_id)
    select client_id, kind_id, minor, currency, figure, content, ${scope.today}::date, source, contact_id, source_note, id
    from key_number where client_id = ${clientId}::uuid and id = ${id}::uuid returning id::text`;
  if (!made) throw new Refusal("not-found");
  return made.id;
}
