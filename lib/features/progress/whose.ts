import type { Scope } from "@/lib/access/scope";
import { addMonths, monthStart } from "@/lib/domain/calendar-date";
import { listMonths, type Months } from "@/lib/domain/closed-months";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import type { ClientState } from "./queries/client-states";
import type { MonthFigure } from "./queries/month-figures";
import { type People, spreadFigures, windowsOf } from "./queries/people";
import { type Cut, knowsPlan, NO_ID } from "./queries/source";
import { type ProgressRow, withFigurePlans } from "./rows";
import { AWAY, NONE, type ProgressFilter } from "./schema";
import type { ProgressSpan } from "./span";

/** Figures follow the team of that date; the director's and the admin's are all, unless they chose a team. */
export function windowsFor(scope: Scope, { team, view }: ProgressFilter, people: People, read: Months): Cut["windows"] {
  // The year before is read of the same people as the months that it is compared with: someone who joins is no growth.
  const compared = (of: readonly string[], always: readonly string[]) => {
    const shown = windowsOf(
      people,
      of,
      always,
      listMonths({ from: addMonths(read.to, -12), to: read.to }),
      scope.today,
    );
    return [...shown, ...shown.map((one) => ({ ...one, from: addMonths(one.from, -12), to: addMonths(one.to, -12) }))];
  };
  if (team) return compared([team], []);
  if (scope.reach === "all" || view === "owner") return null;
  const led = people.places.filter(
    ({ memberId, lead, startsOn, endsOn }) =>
      memberId === scope.member.id && lead && startsOn <= scope.today && (endsOn === null || endsOn > scope.today),
  );
  return compared(
    led.map(({ teamId }) => teamId),
    [scope.member.id],
  );
}

/** The plans of people whose plan has no clients join the figures of people; a cut through clients knows none of them. */
export function withPlans(figures: readonly MonthFigure[], people: People, cut: Cut, calendar: WorkingCalendar) {
  const whole = knowsPlan(cut) && !cut.client && !cut.region && !cut.mode && cut.view !== "owner";
  if (!whole) return figures;
  const counts = (memberId: string, month: string) =>
    month >= cut.from &&
    month < cut.to &&
    (!cut.member || cut.member === memberId) &&
    (cut.windows === null ||
      cut.windows.some((one) => one.memberId === memberId && one.from <= month && month < one.to));
  const plans = new Map(
    [...spreadFigures(people, "book", calendar)].map(([memberId, months]) => [
      memberId,
      new Map([...months].filter(([month]) => counts(memberId, month))),
    ]),
  );
  return withFigurePlans(figures, plans, new Map(people.plans.map(({ memberId, name }) => [memberId, name])));
}

/** The clients that the cut is about, by their owner of today. */
export function narrowed(
  states: readonly ClientState[],
  filter: ProgressFilter,
  { windows }: Cut,
  today: string,
): ClientState[] {
  const month = monthStart(today);
  const members = filter.team
    ? new Set(windows?.filter(({ from, to }) => from <= month && month < to).map(({ memberId }) => memberId))
    : null;
  const member = filter.member === NONE ? NO_ID : filter.member;
  return states.filter(
    ({ ownerId, regionId, workMode }) =>
      (!member || ownerId === member) &&
      (!members || members.has(ownerId)) &&
      (!filter.region || (regionId ?? NONE) === filter.region) &&
      (!filter.mode || workMode === filter.mode) &&
      filter.region !== AWAY &&
      filter.mode !== AWAY,
  );
}

export type PlanAbove = { kind: "team" | "company"; name: string | null; amount: bigint };

/** Figures for a team or the company as a whole; a figure of one's own counts in one's own row alone. */
export function aboveOf({ plans }: People, { year, kind }: ProgressSpan, rows: readonly ProgressRow[]): PlanAbove[] {
  if (kind !== "year") return [];
  const names = new Map(rows.map(({ key, label }) => [key, label]));
  const end = addMonths(year[0] ?? "", 12);
  return plans.flatMap(({ kind, memberId, name, startsOn, inForceFrom, nextFrom, figure }) =>
    kind !== "book" && startsOn === year[0] && inForceFrom < end && (nextFrom === null || nextFrom >= end)
      ? [{ kind, name: name ?? names.get(memberId) ?? null, amount: figure }]
      : [],
  );
}
