import { z } from "zod";
import type { TimelineSource } from "../source";

const need = z.object({
  what: z.enum(["raised", "offered", "solved", "dropped"]),
  kind: z.enum(["need", "pain"]),
  title: z.string(),
  said: z.string().nullable(),
  contact: z.string().nullable(),
});

const facts = (
  what: string,
  said: string,
) => `jsonb_build_object('what', ${what}, 'kind', n.kind, 'title', n.title, 'said', ${said},
  'contact', (select k.name from contact k where k.tenant_id = n.tenant_id and k.client_id = n.client_id and k.id = n.contact_id)) facts`;

/** A need as it came up, was offered something, and ended. */
export const needs: TimelineSource = {
  group: "knowledge",
  past({ days }) {
    const of = (day: string, mark: string, what: string, said: string) => {
      const { at, after, order } = days(day, `n.id::text || '${mark}'`);
      return `(select ${at} at, n.id::text || '${mark}' id, ${facts(what, said)} from need n
        where n.client_id = $1::uuid and n.removed_at is null and ${day} <= $4::date and ${after} ${order})`;
    };
    return [
      of("n.raised_on", "a", "'raised'", "null"),
      of("n.offered_on", "b", "'offered'", "n.offer"),
      of("n.closed_on", "c", "n.status", "n.drop_reason"),
    ].join(" union all ");
  },
  entry(given, { t, clientId }) {
    const { what, kind, title, said, contact } = need.parse(given);
    return {
      title: t(`kinds.need.${what}`, { kind }),
      text: title,
      body: said ?? undefined,
      tail: contact ?? undefined,
      href: `/clients/${clientId}/business`,
      mark: what === "solved" ? "good" : "was",
    };
  },
};
