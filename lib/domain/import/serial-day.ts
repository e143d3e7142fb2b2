import { addDays, type CalendarDate } from "../calendar-date";

/** From which day a workbook counts its days: Excel's own 1900, or the 1904 of old Mac files. */
export type DateSystem = "1900" | "1904";

const daySeconds = 86_400;
const last = 2_958_465; // 9999-12-31 in the 1900 system

/**
 * The day of a serial number, its time cut off; null outside of what Excel shows (day 0 is its "0 January 1900"). Excel
 * believes in a 29 February 1900 (Lotus did): serial 60 gives that day as text, which every parser of days refuses, and the
 * days before it count from one day later.
 */
export function dayOfSerial(serial: number, system: DateSystem): CalendarDate | null {
  const whole = Math.floor(secondsOf(serial) / daySeconds);
  if (system === "1904") return whole >= 0 && whole <= last - 1462 ? addDays("1904-01-01", whole) : null;
  if (!(whole >= 1) || whole > last) return null;
  if (whole === 60) return "1900-02-29";
  return addDays(whole < 60 ? "1899-12-31" : "1899-12-30", whole);
}

/** "HH:MM:SS" of a serial's fraction, null at midnight. */
export function timeOfSerial(serial: number): string | null {
  const seconds = secondsOf(serial) % daySeconds;
  if (seconds === 0) return null;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

// A moment that was computed may miss its second, and so its day, by the last binary digit.
function secondsOf(serial: number): number {
  return Math.round(serial * daySeconds);
}
