/** Hours in which a delivery is taken: days 1 (Monday) to 7, times "HH:MM" of the client's clock, `to` not included. */
export type DeliverySlot = { days: number[]; from: string; to: string };

export type SlotFault = "slot-days" | "slot-time" | "slot-order" | "slot-overlap";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The first thing that is wrong with the slots of one address, and at which of them; null when they can be kept to. */
export function slotFault(slots: readonly DeliverySlot[]): { at: number; code: SlotFault } | null {
  for (const [at, slot] of slots.entries()) {
    if (slot.days.length === 0 || slot.days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
      return { at, code: "slot-days" };
    if (!TIME.test(slot.from) || !(TIME.test(slot.to) || slot.to === "24:00")) return { at, code: "slot-time" };
    if (slot.from >= slot.to) return { at, code: "slot-order" };
    const meets = slots
      .slice(0, at)
      .some(
        (other) => other.days.some((day) => slot.days.includes(day)) && other.from < slot.to && slot.from < other.to,
      );
    if (meets) return { at, code: "slot-overlap" };
  }
  return null;
}

/** Days as runs of neighbours, each by its first and last: [1, 2, 3, 5] → [[1, 3], [5, 5]]. A week's end and its start are apart. */
export function dayRuns(days: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
