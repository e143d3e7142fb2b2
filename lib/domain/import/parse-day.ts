import { type CalendarDate, parseCalendarDate } from "../calendar-date";
import type { Cell } from "./cell";
import { type DayOrder, type DayText, dayText } from "./day-text";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { readMonth } from "./month-name";
import { plainSpaces, plainValue, saysNothing } from "./plain-value";
import { type DateSystem, dayOfSerial } from "./serial-day";

/** How a column writes days like 03/04/2026; null where it does not tell, or where its rows contradict each other. */
export type DayStyle = { order: DayOrder | null; mixed: boolean; system: DateSystem };

/** `wholeMonth`: the cell names a month ("янв 2026"), the day is its first. */
export type DayRead = { day: CalendarDate; wholeMonth: boolean };

/** The first of two passes over a column: show it every cell, then let it decide. */
export function dayColumn() {
  const proof = { dmy: 0, mdy: 0 };
  return {
    see(cell: Cell | undefined): void {
      const plain = plainValue(cell);
      const text = plain.ok && typeof plain.value === "string" ? dayText(plain.value) : null;
      if (text?.kind !== "loose") return;
      if (text.first > 12) proof.dmy++;
      else if (text.second > 12) proof.mdy++;
    },
    /** `hint` decides where the column does not: what a person chose, or the habit of the file's language. */
    decide(hint: DayOrder | null = null, system: DateSystem = "1900"): DayStyle {
      const mixed = proof.dmy > 0 && proof.mdy > 0;
      const proven = proof.dmy > 0 ? "dmy" : proof.mdy > 0 ? "mdy" : hint;
      return { order: mixed ? null : proven, mixed, system };
    },
  };
}

/** The day of a cell, its time and zone left aside; null where the cell is empty or a dash. Years 1000–9999. */
export function parseDay(cell: Cell | undefined, style: DayStyle): Parsed<DayRead | null> {
  const plain = plainValue(cell);
  if (!plain.ok) return plain;
  if (plain.value === null) return parsed(null);
  if (typeof plain.value === "number") return serialDay(plain.value, style.system);
  if (typeof plain.value === "object" && "date" in plain.value) return realDay(plain.value.date.slice(0, 10));
  if (typeof plain.value !== "string") return faulty("day-invalid", { text: JSON.stringify(plain.value) });
  const text = plainSpaces(plain.value);
  if (saysNothing(text)) return parsed(null);
  if (/^\d{5}([.,]\d+)?$/.test(text)) return serialDay(Number(text.replace(",", ".")), style.system);
  const read = dayText(text);
  if (read) return orderedDay(read, style, text);
  const month = readMonth(text);
  if (!month) return faulty("day-invalid", { text: excerpt(text) });
  return month.year === null
    ? faulty("month-no-year", { text: excerpt(text) })
    : realDay(iso(month.year, month.month, 1), { wholeMonth: true });
}

function serialDay(serial: number, system: DateSystem): Parsed<DayRead> {
  const day = dayOfSerial(serial, system);
  return day ? realDay(day) : faulty("day-range", { text: String(serial) });
}

function orderedDay(read: DayText, style: DayStyle, text: string): Parsed<DayRead> {
  if (read.kind === "day") return realDay(iso(read.year, read.month, read.day), { written: text });
  const { first, second, year } = read;
  // A number over 12 can only be the day; where both are the same, the order does not matter.
  const order = first > 12 ? "dmy" : second > 12 ? "mdy" : first === second ? "dmy" : style.order;
  if (!order) return faulty("day-ambiguous", { text: excerpt(text) });
  return realDay(order === "dmy" ? iso(year, second, first) : iso(year, first, second), { written: text });
}

/** `written`: as the file has it, for who must find it there. */
function realDay(text: string, { written = text, wholeMonth = false } = {}): Parsed<DayRead> {
  const day = parseCalendarDate(text);
  return day ? parsed({ day, wholeMonth }) : faulty("day-none", { text: excerpt(written) });
}

function iso(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
