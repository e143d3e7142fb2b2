import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { findPartner, type PartnerPerson } from "../queries";
import type { partnerEditInput, partnerPersonEditInput } from "../schema";

const link = /^https?:\/\//i;

/** Websites are typed without their scheme. */
export function withScheme<T extends { website: string | null }>(fields: T): T {
  if (fields.website === null || link.test(fields.website)) return fields;
  const website = `https://${fields.website}`;
  if (!URL.canParse(website)) throw new Refusal("invalid", { fields: { website: "not-a-link" } });
  return { ...fields, website };
}

export async function changePartner(scope: Scope, input: z.output<typeof partnerEditInput>): Promise<void> {
  const { id, version, ...fields } = withScheme(input);
  const { count } = await scope.db.partner.updateMany({ where: { id, version }, data: fields });
  if (count > 0) return;
  const found = await findPartner(scope, id);
  if (!found) throw new Refusal("not-found");
  const { name, kind } = found;
  const theirs = { name, kind, city: found.city ?? "", website: found.website ?? "", note: found.note ?? "" };
  throw new Refusal("conflict", { values: { theirs, version: found.version, mine: fields } });
}

export async function changePerson(scope: Scope, input: z.output<typeof partnerPersonEditInput>): Promise<void> {
  const { id, version, partnerId, ...fields } = input;
  const { count } = await scope.db.partnerPerson.updateMany({ where: { id, partnerId, version }, data: fields });
  if (count > 0) return;
  const found = (await findPartner(scope, partnerId))?.people.find((person) => person.id === id);
  if (!found) throw new Refusal("not-found");
  throw new Refusal("conflict", { values: { theirs: formOf(found), version: found.version, mine: fields } });
}

function formOf({ name, jobTitle, phone, email, note }: PartnerPerson) {
  return { name, jobTitle: jobTitle ?? "", phone: phone ?? "", email: email ?? "", note: note ?? "" };
}
