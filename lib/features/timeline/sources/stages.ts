import { z } from "zod";
import type { TimelineSource } from "../source";

const stages = ["new", "active", "growing", "at-risk", "dormant", "lost", "returned"] as const;
const change = z.object({ stage: z.enum(stages), before: z.enum(stages).nullable(), reason: z.string().nullable() });
const marks = {
  new: "good",
  active: "was",
  growing: "good",
  "at-risk": "late",
  dormant: "late",
  lost: "late",
  returned: "good",
} as const;

/** How the life of the client went on: the rows of client_stage, by the nightly rule or by a person with a reason. */
export const stagesOfLife: TimelineSource = {
  group: "sales",
  past({ days }) {
    const { at, after, order } = days("s.starts_on", "s.id");
    return `select ${at} at, s.id::text id, jsonb_build_object('stage', s.stage, 'reason', s.reason, 'before', (select b.stage from client_stage b
        where b.tenant_id = s.tenant_id and b.client_id = s.client_id and b.ends_on = s.starts_on limit 1)) facts
      from client_stage s where s.client_id = $1::uuid and s.starts_on <= $4::date and ${after} ${order}`;
  },
  entry(facts, { t }) {
    const { stage, before, reason } = change.parse(facts);
    const now = t(`kinds.stage.${stage}`);
    return {
      title: t("kinds.stage.title"),
      text: before ? `${t(`kinds.stage.${before}`)} → ${now}` : now,
      tail: reason ?? undefined,
      mark: marks[stage],
    };
  },
};
