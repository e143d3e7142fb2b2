import { z } from "zod";
import { assignmentRoles } from "@/lib/domain/assignment";
import { day } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const change = z.object({
  role: z.enum(assignmentRoles),
  name: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
});

const columns = `jsonb_build_object('role', a.role, 'name', m.name, 'reason', a.reason, 'by', (select g.name from member g where g.tenant_id = a.tenant_id and g.id = a.created_by),
  'until', case when a.role <> 'primary' then a.ends_on - 1 end,
  'from', (select o.name from assignment b join member o on o.tenant_id = b.tenant_id and o.id = b.member_id
    where b.tenant_id = a.tenant_id and b.client_id = a.client_id and b.role = 'primary' and a.role = 'primary' and b.ends_on = a.starts_on and b.member_id <> a.member_id)) facts`;
const rows = `from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id where a.client_id = $1::uuid
  and not exists (select from assignment b where b.tenant_id = a.tenant_id and b.client_id = a.client_id and b.role = a.role and b.member_id = a.member_id and b.ends_on = a.starts_on)`;

/** Who began to work with the client. A change of share splits a row: that is nobody's beginning. */
export const team: TimelineSource = {
  group: "team",
  past({ days }) {
    const { at, after, order } = days("a.starts_on", "a.id");
    return `select ${at} at, a.id::text id, ${columns} ${rows} and a.starts_on <= $4::date and ${after} ${order}`;
  },
  ahead: `select (a.starts_on::timestamp at time zone $3::text) at, a.id::text id, ${columns} ${rows} and a.starts_on > $4::date order by a.starts_on, a.id limit $5::int`,
  entry(facts, { t, locale, clientId }) {
    const { role, name, from, until, reason, by } = change.parse(facts);
    return {
      title: from ? t("kinds.team.moved") : t(`kinds.team.${role}`),
      text: [
        from ? t("kinds.team.fromTo", { from, to: name }) : name,
        until && t("kinds.team.until", { day: day(until, locale) }),
      ]
        .filter(Boolean)
        .join(", "),
      tail: [reason, by].filter(Boolean).join(" · ") || undefined,
      href: `/clients/${clientId}/history`,
    };
  },
};
