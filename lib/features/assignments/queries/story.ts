import { z } from "zod";
import { assignmentRoles } from "@/lib/domain/assignment";

const row = z.object({
  id: z.string(),
  memberId: z.string(),
  name: z.string(),
  role: z.enum(assignmentRoles),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  share: z.number(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
});

/** One part that someone had, has or will have with a client, in [startsOn, endsOn); `share` per cent on its last day; `by` gave it. */
export type StoryEntry = z.output<typeof row> & { when: "current" | "future" | "past" };

/** Who worked with a client, works with it and will, as one value of SQL beside the client c: see storyOf. */
export const clientStory = `coalesce((select json_agg(json_build_object('id', a.id, 'memberId', a.member_id, 'name', m.name, 'role', a.role, 'startsOn', a.starts_on,
    'endsOn', a.ends_on, 'share', a.share::float, 'reason', a.reason, 'by', g.name) order by a.starts_on, a.id)
  from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
  left join member g on g.tenant_id = a.tenant_id and g.id = a.created_by
  where a.tenant_id = c.tenant_id and a.client_id = c.id), '[]')`;

export const storyRows = z.array(row);

/** What clientStory found: current first, then future, then past from the newest. */
export const storyOf = (rows: z.output<typeof storyRows>, today: string): StoryEntry[] => arranged(joined(rows), today);

/** A change of share splits a row; to a reader it is still one stretch, given by whoever gave the first part. */
function joined(rows: z.output<typeof row>[]): z.output<typeof row>[] {
  const stretches: z.output<typeof row>[] = [];
  for (const next of rows) {
    const at = stretches.findIndex(
      (one) => one.memberId === next.memberId && one.role === next.role && one.endsOn === next.startsOn,
    );
    const before = stretches[at];
    if (before) stretches[at] = { ...next, startsOn: before.startsOn, reason: before.reason, by: before.by };
    else stretches.push(next);
  }
  return stretches;
}

const order = { current: 0, future: 1, past: 2 };
const part = { primary: 0, deputy: 1, specialist: 2 };

function arranged(rows: z.output<typeof row>[], today: string): StoryEntry[] {
  const entries = rows.map((one): StoryEntry => {
    const when = one.startsOn > today ? "future" : one.endsOn !== null && one.endsOn <= today ? "past" : "current";
    return { ...one, when };
  });
  return entries.sort(
    (a, b) =>
      order[a.when] - order[b.when] ||
      (a.when === "current" ? part[a.role] - part[b.role] : 0) ||
      (a.when === "past" ? -1 : 1) * (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
