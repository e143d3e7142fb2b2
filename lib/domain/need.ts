import type { CalendarDate } from "./calendar-date";

export const needKinds = ["need", "pain"] as const;
export const needStatuses = ["open", "offered", "solved", "dropped"] as const;
export type NeedStatus = (typeof needStatuses)[number];

type Said = { status: NeedStatus; offer: string | null; dropReason: string | null };
type Days = { offeredOn: CalendarDate | null; closedOn: CalendarDate | null };
type Field = "offer" | "dropReason";

/** What a status asks for and is not there: an offer is something that was offered, dropping has a reason (R27). */
export function needFault({ status, offer, dropReason }: Said): Field | null {
  if (status === "offered" && !offer) return "offer";
  if (status === "dropped" && !dropReason) return "dropReason";
  return null;
}

/** The days that go with a status reached today: what was offered or closed before keeps its day; what is open again has none. */
export function needDays(
  before: (Days & { status: NeedStatus }) | null,
  status: NeedStatus,
  today: CalendarDate,
): Days {
  const isClosed = status === "solved" || status === "dropped";
  const offeredOn = status === "open" ? null : (before?.offeredOn ?? (status === "offered" ? today : null));
  const closedOn = isClosed ? ((before?.status === status ? before.closedOn : null) ?? today) : null;
  return { offeredOn, closedOn };
}
