import { knownZones, zoneName } from "./format";
import type { Locale } from "./locale";

// Time zones as the platform knows them (its own list of IANA names) and as a person reads them.

export type ZoneChoice = { zone: string; label: string };

export { knownZones };

/** How far the clock of a zone is ahead of UTC at a moment, in minutes. */
function zoneOffset(zone: string, at: Date): number {
  const found = /([+-])(\d\d):(\d\d)/.exec(zoneName(zone, at, "en", "longOffset"));
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}

// "Екатеринбург, стандартное время" where there is no summer time: what follows the comma says nothing new.
function plainName(zone: string, at: Date, locale: Locale): string {
  return zoneName(zone, at, locale, "longGeneric").replace(/, .*$/, "");
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? "\u2212" : "+"}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** "UTC+5 · Екатеринбург", as it is on a day. */
export function zoneLabel(zone: string, at: Date, locale: Locale): string {
  return `${offsetText(zoneOffset(zone, at))} · ${plainName(zone, at, locale)}`;
}

const lists = new Map<string, ZoneChoice[]>();

/** All zones for a list to choose from, west to east: "UTC+5 · Екатеринбург · Asia/Yekaterinburg". Made once a day and language. */
export function zoneChoices(locale: Locale, at: Date): ZoneChoice[] {
  const key = `${locale} ${at.toISOString().slice(0, 10)}`;
  const made = lists.get(key);
  if (made) return made;
  const choices = [...knownZones()]
    .map((zone) => ({ zone, offset: zoneOffset(zone, at) }))
    .sort((a, b) => a.offset - b.offset || (a.zone < b.zone ? -1 : 1))
    .map(({ zone }) => ({ zone, label: `${zoneLabel(zone, at, locale)} · ${zone}` }));
  if (lists.size > 8) lists.clear();
  lists.set(key, choices);
  return choices;
}
