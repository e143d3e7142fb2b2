"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { isLocale } from "@/lib/i18n/locale";
import { newLink, postInvitation } from "./invitation-mail";
import { invitationInput, inviteInput, personInput } from "./schema";

/** A member's place in the company. Rights count from the member's next request on. */
export const savePerson = action(
  { name: "savePerson", ability: "people:edit", input: personInput },
  async (scope, { id, version, ...mine }) => {
    const { count } = await scope.db.member.updateMany({ where: { id, version }, data: mine });
    if (count === 1) return { self: id === scope.member.id };
    const theirs = await scope.db.member.findFirst({
      where: { id },
      select: { version: true, name: true, jobTitle: true, phone: true, roles: true, zone: true },
    });
    if (!theirs) throw new Refusal("not-found");
    throw new Refusal("conflict", { values: { theirs, mine } });
  },
);

/** Invites someone by mail. Answers the mail, so that an admin without a mail server finds the link. */
export const inviteMember = action(
  { name: "inviteMember", ability: "people:edit", input: inviteInput },
  async (scope, input) => {
    const { email, name, jobTitle, roles, team, locale } = input;
    await refuseMember(scope, email);
    // An invitation that ran out must not stand in the way of a new one.
    await scope.db.$executeRaw`
      update invitation set revoked_at = now() where lower(email) = lower(${email}) and accepted_at is null and revoked_at is null and expires_at <= now()`;
    const link = newLink();
    const mail = await postInvitation(scope, { email, name, locale }, link);
    const [made] = await scope.db.$queryRaw<{ id: string }[]>`
      insert into invitation (email, name, job_title, roles, team_id, locale, token_hash, expires_at, mail_id)
      values (${email}, ${name}, ${jobTitle}, ${roles}::text[], ${team}::uuid, ${locale}, ${link.hash}, now() + interval '7 days', ${mail}::uuid)
      returning id::text`;
    return { id: made?.id ?? "", mail };
  },
);

async function refuseMember(scope: Scope, email: string): Promise<void> {
  const [here] = await scope.db.$queryRaw<unknown[]>`
    select from member where lower(email) = lower(${email}) and (left_on is null or left_on > ${scope.today}::date) and app.has_account(id)`;
  if (here) throw new Refusal("invalid", { fields: { email: "already-member" } });
}

type Open = { email: string; name: string; locale: string; mail: string | null };

async function lockInvitation(scope: Scope, id: string): Promise<Open> {
  const [row] = await scope.db.$queryRaw<Open[]>`
    select email, name, locale, mail_id::text as mail from invitation
    where id = ${id}::uuid and accepted_at is null and revoked_at is null for update`;
  if (!row) throw new Refusal("not-found");
  return row;
}

/** A new link for another seven days; the old one ends. */
export const resendInvitation = action(
  { name: "resendInvitation", ability: "people:edit", input: invitationInput },
  async (scope, { id }) => {
    const old = await lockInvitation(scope, id);
    await refuseMember(scope, old.email);
    const link = newLink();
    if (old.mail) await scope.db.$executeRaw`select app.withdraw_mail(${old.mail}::uuid)`;
    const locale = isLocale(old.locale) ? old.locale : scope.company.locale;
    const mail = await postInvitation(scope, { ...old, locale }, link);
    await scope.db.$executeRaw`
      update invitation set token_hash = ${link.hash}, expires_at = now() + interval '7 days', mail_id = ${mail}::uuid where id = ${id}::uuid`;
    return { id, mail };
  },
);

/** Takes an invitation back: its link ends at once. */
export const revokeInvitation = action(
  { name: "revokeInvitation", ability: "people:edit", input: invitationInput },
  async (scope, { id }) => {
    const old = await lockInvitation(scope, id);
    if (old.mail) await scope.db.$executeRaw`select app.withdraw_mail(${old.mail}::uuid)`;
    await scope.db.$executeRaw`update invitation set revoked_at = now() where id = ${id}::uuid`;
    return {};
  },
);
