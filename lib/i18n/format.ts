import { currencyExponent, decimalOf } from "@/lib/domain/money";
import type { Locale } from "./locale";

// The only home of Intl: every figure, date and name order that a person reads is made here, from an explicit locale.
// Spaces inside a figure are no-break; a minus is U+2212, which is as wide as a plus in tabular figures.

const NBSP = "\u00a0";
const MINUS = "\u2212";

// Making an Intl object costs tens of microseconds, and a book has thousands of figures.
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  const known = made.get(key);
  if (known) return known as T;
  const value = make();
  made.set(key, value);
  return value;
}

/** `name` tells the options apart: writing them out as text takes as long as the figure itself. */
function numberFormat(name: string, locale: Locale, options: () => Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(`n${name} ${locale}`, () => new Intl.NumberFormat(locale, options()));
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

// "332 тыс." is written without its dot in a table; narrow no-break spaces differ between ICU versions of server and browser.
function tidy(text: string): string {
  const spaced = text.replace(/[\u202f ]/g, NBSP).replace("тыс.", "тыс");
  return spaced.includes("-") ? spaced.replace(/^-|(?<=[^\d])-(?=\d)/, MINUS) : spaced;
}

type Figure = { sign?: boolean };
function signDisplay(options: Figure): "exceptZero" | "auto" {
  return options.sign ? "exceptZero" : "auto";
}

/**
 * An amount of money. `minor` in minor units. Full: "12 400 000,00 ₽" / "₽12,400,000.00"; `short`: "12,4 млн ₽" / "₽12.4M", "332 тыс ₽";
 * `bare` leaves the currency out; `sign` writes a plus too.
 */
export function money(
  minor: bigint,
  currency: string,
  locale: Locale,
  options: Figure & { short?: boolean; bare?: boolean } = {},
): string {
  const exponent = currencyExponent(currency);
  // In a short form millions have one digit after the point and thousands none, so that a column reads evenly.
  const million = 10n ** BigInt(6 + exponent);
  const shortDigits = minor >= million || minor <= -million ? 1 : 0;
  const digits = options.short ? shortDigits : exponent;
  const { short, bare, sign } = options;
  const name = `money ${currency} ${digits}${short ? " short" : ""}${bare ? " bare" : ""}${sign ? " sign" : ""}`;
  const format = numberFormat(name, locale, () => ({
    ...(bare ? {} : { style: "currency", currency, currencyDisplay: "narrowSymbol" }),
    notation: short ? "compact" : "standard",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signDisplay(options),
  }));
  return tidy(format.format(decimalOf(minor, exponent)));
}

/** A plain figure with grouped digits; `digits` after the point are at most that many (0 unless told). */
export function number(value: number | bigint, locale: Locale, options: Figure & { digits?: number } = {}): string {
  const { digits = 0, sign } = options;
  const format = numberFormat(`number ${digits}${sign ? " sign" : ""}`, locale, () => ({
    maximumFractionDigits: digits,
    signDisplay: signDisplay(options),
  }));
  return tidy(format.format(value));
}

/** A ratio as per cent: 0.84 → "84 %" / "84%". */
export function percent(ratio: number, locale: Locale, options: Figure & { digits?: number } = {}): string {
  const { digits = 0, sign } = options;
  const format = numberFormat(`percent ${digits}${sign ? " sign" : ""}`, locale, () => ({
    style: "percent",
    maximumFractionDigits: digits,
    signDisplay: signDisplay(options),
  }));
  return tidy(format.format(ratio));
}

// ICU shortens Russian months to "нояб." and "февр."; a table column wants three letters and no dot.
const russianMonths = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");

// A calendar date has no zone: it is read and written as UTC, so no zone can move it.
function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A day in full: "16.06.2024" / "Jun 16, 2024". */
export function day(date: string, locale: Locale): string {
  if (locale === "ru") return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
  return tidy(dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(utc(date)));
}

/** A day in few letters: "16 июн" / "Jun 16"; the year is written only when it is not that of `today`. */
export function shortDay(date: string, locale: Locale, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : date.slice(0, 4);
  if (locale === "ru") {
    const name = date.slice(5, 7) === "05" ? "мая" : monthName(Number(date.slice(5, 7)), "ru");
    return [Number(date.slice(8)), name, year].filter(Boolean).join(NBSP);
  }
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  return tidy(dateFormat(locale, year ? { ...parts, year: "numeric" } : parts).format(utc(date)));
}

/** A day as it is said: "16 июня" / "June 16". */
export function longDay(date: string, locale: Locale): string {
  return tidy(dateFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(utc(date)));
}

/** A month (1–12) in three letters: "июн" / "Jun". */
export function monthName(month: number, locale: Locale): string {
  if (locale === "ru") return russianMonths[month - 1] ?? "";
  return dateFormat(locale, { month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** The month of a day in few letters: "дек 2025"; the year is written only when it is not that of `today`. */
export function shortMonth(date: string, locale: Locale, today: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : date.slice(0, 4);
  return [monthName(Number(date.slice(5, 7)), locale), year].filter(Boolean).join(NBSP);
}

/** A moment as its clock shows it in an IANA zone: "16.06.2024, 17:20" / "Jun 16, 2024, 5:20 PM". */
export function moment(at: Date, zone: string, locale: Locale): string {
  return tidy(
    dateFormat(locale, { dateStyle: locale === "ru" ? "short" : "medium", timeStyle: "short", timeZone: zone }).format(
      at,
    ),
  );
}

/** A moment as a file says it, in an IANA zone: "2024-06-16 17:20", the same in every language. */
export function plainMoment(at: Date, zone: string): string {
  const form = dateFormat("en", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  const part = Object.fromEntries(form.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** The time of day in an IANA zone: "17:20" / "5:20 PM". */
export function clock(at: Date, zone: string, locale: Locale): string {
  return tidy(dateFormat(locale, { timeStyle: "short", timeZone: zone }).format(at));
}

/** The IANA zones that this platform can compute with; UTC is not among them (lib/domain/zone). */
export function knownZones(): ReadonlySet<string> {
  return once("zones", () => new Set(Intl.supportedValuesOf("timeZone")));
}

/** The zone of the machine that asks; in a browser, the person's. */
export function ownZone(): string {
  return dateFormat("en", {}).resolvedOptions().timeZone;
}

/** What a zone is called on a day ("Екатеринбург" / "Yekaterinburg Time"), or its distance from UTC ("GMT+05:00"). */
export function zoneName(zone: string, at: Date, locale: Locale, style: "longGeneric" | "longOffset"): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: style }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** Days from today, said as people do: −3 → "3 дня назад", 0 → "сегодня", 1 → "завтра", 14 → "через 2 недели". */
export function relativeDays(days: number, locale: Locale): string {
  const format = once(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  const size = Math.abs(days);
  const [amount, unit]: [number, Intl.RelativeTimeFormatUnit] =
    size < 14
      ? [days, "day"]
      : size < 61
        ? [days / 7, "week"]
        : size < 730
          ? [days / 30.44, "month"]
          : [days / 365.25, "year"];
  return tidy(format.format(Math.round(amount), unit));
}

/** A length of time: { years: 6, months: 5 } → "6 лет 5 месяцев" / "6 years 5 months"; under a month, "0 месяцев". */
export function tenure(length: { years: number; months: number }, locale: Locale): string {
  const part = (value: number, unit: string) =>
    tidy(numberFormat(unit, locale, () => ({ style: "unit", unit, unitDisplay: "long" })).format(value));
  if (length.years === 0) return part(length.months, "month");
  return length.months === 0
    ? part(length.years, "year")
    : `${part(length.years, "year")} ${part(length.months, "month")}`;
}

/** "Анна, Борис и Вера" / "Anna, Boris, and Vera". */
export function list(items: readonly string[], locale: Locale): string {
  return once(`l${locale}`, () => new Intl.ListFormat(locale, { type: "conjunction" })).format(items);
}

/** A phone key (lib/domain/channel) grouped for reading; anything else comes back as it was. */
export function phone(value: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(value);
  if (russian) return `+7${NBSP}${russian[1]}${NBSP}${russian[2]}-${russian[3]}-${russian[4]}`;
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(value);
  if (american) return `+1${NBSP}${american[1]}${NBSP}${american[2]}-${american[3]}`;
  return value;
}

/** Order of names as a person of this language expects it; figures inside a name count as numbers. */
export function collator(locale: Locale): Intl.Collator {
  return once(`c${locale}`, () => new Intl.Collator(locale, { numeric: true, sensitivity: "base" }));
}
