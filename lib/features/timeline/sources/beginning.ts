import type { TimelineSource } from "../source";

/** The first day of the relationship (R45). */
export const beginning: TimelineSource = {
  group: "team",
  past({ days }) {
    const { at, after, order } = days("c.since", "c.id");
    return `select ${at} at, c.id::text id, '{}'::jsonb facts from client c where c.id = $1::uuid and c.since <= $4::date and ${after} ${order}`;
  },
  entry: (_, { t }) => ({ title: t("kinds.beginning.title"), mark: "good" }),
};
