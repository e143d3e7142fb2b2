import { z } from "zod";
import { timelineGroups } from "./source";

/** Where a page of the timeline begins: after this entry. In the address as "moment~source~id". */
const cursor = z.string().transform((text, context) => {
  const [at = "", source = "", id = ""] = text.split("~");
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && !Number.isNaN(Date.parse(at)) && source && id)
    return { at, source, id };
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

/** A broken address shows the whole story from its beginning. */
export const timelineFilter = z.object({
  kind: z.enum(timelineGroups).nullable().catch(null).default(null),
  before: cursor.nullable().catch(null).default(null),
});
export type TimelineFilter = z.output<typeof timelineFilter>;
export type TimelineCursor = NonNullable<TimelineFilter["before"]>;
