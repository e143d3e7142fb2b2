import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { holdLivingClient } from "../queries/living-client";
import type { factEditInput, factInput, tieInput } from "../schema";

export async function writeTie(scope: Scope, { strength, ...of }: z.output<typeof tieInput>): Promise<void> {
  await holdLivingClient(scope, of.clientId);
  if (strength === 0) {
    const { count } = await scope.db.contactTie.deleteMany({ where: of });
    if (count === 0) throw new Refusal("not-found");
    return;
  }
  // The foreign keys refuse a contact of another client and a member of another company.
  await scope.db.$executeRaw`
    insert into contact_tie (client_id, contact_id, member_id, strength) values (${of.clientId}::uuid, ${of.contactId}::uuid, ${of.memberId}::uuid, ${strength})
    on conflict (tenant_id, client_id, contact_id, member_id) do update set strength = excluded.strength`;
}

export async function insertFact(scope: Scope, fact: z.output<typeof factInput>): Promise<string> {
  await holdLivingClient(scope, fact.clientId);
  return (await scope.db.contactFact.create({ data: fact, select: { id: true } })).id;
}

/** Whoever can see a fact can change it; only its author makes it private, or what they shared would vanish for the others. */
export async function rewriteFact(
  scope: Scope,
  { id, version, ...fact }: z.output<typeof factEditInput>,
): Promise<void> {
  await holdLivingClient(scope, fact.clientId);
  const where = { id, clientId: fact.clientId, contactId: fact.contactId, removedAt: null };
  const before = await scope.db.contactFact.findFirst({ where, select });
  if (!before) throw new Refusal("not-found");
  const { version: theirs, createdBy, ...values } = before;
  if (theirs !== version) throw new Refusal("conflict", { values: { theirs: values, version: theirs, mine: fact } });
  const hides = fact.isPrivate && !before.isPrivate;
  if (hides && createdBy !== scope.member.id) throw new Refusal("invalid", { fields: { isPrivate: "forbidden" } });
  const { count } = await scope.db.contactFact.updateMany({ where: { ...where, version }, data: fact });
  if (count === 0) throw new Refusal("changed-meanwhile");
}

const select = { kind: true, content: true, isPrivate: true, version: true, createdBy: true } as const;
