import { z } from "zod";
import type { TimelineSource } from "../source";

const merged = z.object({
  kind: z.enum(["client", "contact"]),
  name: z.string(),
  into: z.string().nullable(),
  by: z.string(),
  undone: z.boolean(),
});

/** Which card went into this one, and which two of its people turned out to be one (domain.md 13.8). */
export const merges: TimelineSource = {
  group: "card",
  past({ moments }) {
    const { after, order } = moments("g.created_at", "g.id");
    return `select g.created_at at, g.id::text id, jsonb_build_object('kind', g.kind, 'name', g.loser_name, 'by', m.name, 'undone', g.undone_at is not null,
        'into', (select k.name from contact k where g.kind = 'contact' and k.tenant_id = g.tenant_id and k.client_id = g.client_id and k.id = g.winner_id)) facts
      from merge g join member m on m.tenant_id = g.tenant_id and m.id = g.created_by where g.client_id = $1::uuid and ${after} ${order}`;
  },
  entry(facts, { t, clientId }) {
    const { kind, name, into, by, undone } = merged.parse(facts);
    return {
      title: t(`kinds.merge.${kind}`),
      text: into ? t("kinds.merge.into", { name, into }) : name,
      tail: by,
      href: `/clients/${clientId}/history`,
      badge: undone ? { text: t("kinds.merge.undone"), tone: "neutral" } : undefined,
    };
  },
};
