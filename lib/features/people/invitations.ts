import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { roles } from "@/lib/domain/roles";

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  locale: z.string(),
  team: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: z.date(),
  expired: z.boolean(),
  mail: z.string().nullable(),
});

export type InvitationRow = z.output<typeof invitation>;

/** Invitations that nobody has answered yet, expired ones too: they can be sent again. */
export async function listInvitations(scope: Scope): Promise<InvitationRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select i.id::text, i.email, i.name, i.roles, i.locale, t.name as team, m.name as "invitedBy", i.expires_at as "expiresAt",
      i.expires_at <= now() as expired, i.mail_id::text as mail
    from invitation i join member m on m.tenant_id = i.tenant_id and m.id = i.invited_by
    left join team t on t.tenant_id = i.tenant_id and t.id = i.team_id
    where i.accepted_at is null and i.revoked_at is null order by i.created_at desc`;
  return rows.map((row) => invitation.parse(row));
}
