import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";

const day = z
  .string()
  .refine((text) => parseCalendarDate(text) !== null, "not-a-date")
  .refine((text) => text >= "2000-01-01" && text < "2100-01-01", "date-too-far");
const id = z.uuid("not-found");
const orNone = z.union([z.literal("").transform(() => null), z.uuid()], "not-a-choice");
const name = z.string().trim().min(1, "required").max(120, "too-long");

/** State of /admin/teams: the tree on a day, with closed teams when asked for. */
export const teamsFilter = z.object({
  on: z
    .string()
    .refine((text) => parseCalendarDate(text) !== null)
    .optional()
    .catch(undefined),
  closed: z.preprocess((value) => value === "1", z.boolean()),
});
export type TeamsFilter = z.output<typeof teamsFilter>;

export const teamInput = z.strictObject({ name, parent: orNone, from: day });
export const teamNameInput = z.strictObject({ id, version: z.int(), name });
/** Without a parent the team stands at the top from that day on. */
export const teamMoveInput = z.strictObject({ id, parent: orNone, from: day });
export const teamCloseInput = z.strictObject({ id, version: z.int(), on: day });
export const teamReopenInput = z.strictObject({ id, version: z.int() });

export const placeInput = z.strictObject({
  team: id,
  member: z.uuid("choose-one"),
  role: z.enum(["lead", "member"], "choose-one"),
  from: day,
});
export const placeEndInput = z.strictObject({ id: z.uuid("choose-one"), on: day });
