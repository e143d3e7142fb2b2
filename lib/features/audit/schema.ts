import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";

const day = z
  .string()
  .refine((text) => parseCalendarDate(text) !== null)
  .optional()
  .catch(undefined);
const word = z
  .string()
  .regex(/^[A-Za-z_-]{1,60}$/)
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** State of /admin/audit. `before` is the id of the last entry of the page before. */
export const auditFilter = z.object({
  member: id,
  client: id,
  table: word,
  action: word,
  from: day,
  to: day,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilter>;
