import type { Cell, PlainCell } from "@/lib/domain/import/cell";
import { type DateSystem, dayOfSerial, timeOfSerial } from "@/lib/domain/import/serial-day";
import type { NumberKind } from "./cell-styles";
import { decodedText } from "./xml-tokens";

/** A cell as its XML has it: the `t` and `s` of <c>, the text of <v> and <is> (null where there is none), its formula. */
export type RawCell = {
  type: string;
  style: number;
  value: string | null;
  inline: string | null;
  formula: string | null;
};

/** `days` remembers what a day's number means, since a table repeats few of them. */
export type CellContext = {
  strings: readonly string[];
  kinds: readonly NumberKind[];
  system: DateSystem;
  days: Map<number, PlainCell>;
};

export function cellOf(raw: RawCell, context: CellContext): Cell {
  const value = plainCell(raw, context);
  return raw.formula === null ? value : { formula: raw.formula, value };
}

function plainCell({ type, style, value, inline }: RawCell, context: CellContext): PlainCell {
  if (type === "inlineStr") return decodedText(inline ?? value ?? "") || null;
  if (value === null) return null;
  if (type === "s") return context.strings[Number(value)] ?? { error: "#STRING!" };
  if (type === "str") return decodedText(value);
  if (type === "b") return value === "1" || value === "true";
  if (type === "e") return { error: value };
  if (type === "d") return { date: value.slice(0, 19).replace(/T00:00:00$/, "") };
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return value.trim() === "" ? null : value;
  const kind = context.kinds[style] ?? "number";
  if (kind === "percent") return { percent: number };
  if (kind === "date") return knownDay(number, context);
  return number;
}

function knownDay(serial: number, { days, system }: CellContext): PlainCell {
  const known = days.get(serial);
  if (known !== undefined) return known;
  const cell = dateCell(serial, system);
  if (days.size < 20_000) days.set(serial, cell);
  return cell;
}

// Below day 1 a date format shows a time of day, which is no day: the number stays what it is.
function dateCell(serial: number, system: DateSystem): PlainCell {
  const day = serial < 1 && system === "1900" ? null : dayOfSerial(serial, system);
  if (day === null) return serial;
  const time = timeOfSerial(serial);
  return { date: time ? `${day}T${time}` : day };
}
