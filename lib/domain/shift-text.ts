import type { Shift } from "./working-calendar";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A day's hours as they are written: "09:00–13:00, 14:00–18:00"; a day off is "". */
export function shiftText(shifts: readonly Shift[]): string {
  return shifts.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(", ");
}

/** Reads such a text, also "9-18" and "9:00 - 13:30; 14 - 18"; null when it is none. 24:00 is the end of a day. Order is not its matter. */
export function readShifts(text: string): Shift[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const shifts = parts.map((part) => {
    const match = /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/.exec(part);
    if (!match) return null;
    const [, fromHour, fromMinute = "0", toHour, toMinute = "0"] = match;
    if (Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
    return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) };
  });
  return shifts.every((shift) => shift !== null) ? shifts : null;
}
