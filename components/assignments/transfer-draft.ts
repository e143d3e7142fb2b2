import type { AssignmentRole } from "@/lib/domain/assignment";
import { addDays, type CalendarDate } from "@/lib/domain/calendar-date";

/** Stands for "to nobody" in the list of people. */
export const NOBODY = "nobody";

/** What the form holds; `last` is the last day, as people say it. */
export type TransferDraft = {
  role: AssignmentRole;
  to: { value: string; label: string } | null;
  on: CalendarDate;
  last: CalendarDate | "";
  share: string;
  reason: string;
};

/** The order that the form asks for. What is missing or no number is left to the schema, which says so by field. */
export function orderOf(draft: TransferDraft, clients: readonly string[]) {
  const share = draft.share.trim().replace(",", ".");
  return {
    clients,
    role: draft.role,
    to: draft.to === null ? "" : draft.to.value === NOBODY ? null : draft.to.value,
    on: draft.on,
    until: draft.role === "primary" || !draft.last ? null : addDays(draft.last, 1),
    share: draft.role !== "specialist" || share === "" ? null : /^\d+(\.\d+)?$/.test(share) ? Number(share) : share,
  };
}
