import type { Scope } from "@/lib/access/scope";
import { addDays, addMonths, weekday } from "@/lib/domain/calendar-date";
import { closedMonths } from "@/lib/domain/closed-months";
import { type SpanDays, type Standing, spanDays } from "@/lib/domain/plan-standing";
import { knownYears, type WorkingCalendar } from "@/lib/domain/working-calendar";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { type BookHealth, healthOf, type ListedClient, type Loss, listOf, lossOf } from "../book-health";
import { clientPage, lineOf, PAGE, type ProgressLine, weightsOf } from "../lines";
import { largestOf, type Movers, moversOf } from "../movers";
import { type Behind, behindOf, order } from "../pull-down";
import { monthRowsOf, type ProgressRow, type RowBasis, rowsOf, totalOf } from "../rows";
import type { ProgressFilter, ProgressSplit } from "../schema";
import { sorted } from "../sorting";
import { type ProgressSpan, readMonths, spanOf } from "../span";
import { aboveOf, narrowed, type PlanAbove, windowsFor, withPlans } from "../whose";
import { clientFacts, listMovers } from "./client-facts";
import { type ClientReason, clientStates } from "./client-states";
import { type MonthFigure, monthFigures } from "./month-figures";
import { listPeople } from "./people";
import { type Cut, knowsPlan } from "./source";

export type { Behind, BookHealth, ClientReason, Movers, PlanAbove, ProgressLine, ProgressSpan };

export type Progress = {
  state: ProgressFilter & { by: ProgressSplit };
  span: ProgressSpan;
  today: string;
  currency: string;
  /** Lines of this page in the asked order, and how many there are. */
  lines: ProgressLine[];
  count: number;
  size: number;
  total: ProgressLine;
  /** The month of the year that is under way, by working days: a part of its plan is due. Null in a year that is over. */
  running: SpanDays["running"];
  /** How the whole year around the span stands: what the chart draws. */
  year: Standing;
  knowsPlan: boolean;
  /** A figure of the team or the company for the year, which the people's plans need not add up to. */
  above: PlanAbove[];
  /** Working days left in the span, today among them. */
  daysLeft: number;
  /** The calendar knows nothing of this year but the week. */
  weeklyYear: boolean;
  behind: Behind[];
  health: BookHealth | null;
  listed: ListedClient[];
  loss: Loss | null;
  /** Whether there may be pay to see: then a lost client's part of it is told too. */
  seesPay: boolean;
  /** The clients to ask "what if we lose" about, the largest first. */
  largest: { id: string; name: string }[];
  movers: Movers | null;
  /** What the figures are narrowed to, by name. */
  narrowed: {
    team: string | null;
    member: string | null;
    client: string | null;
    group: string | null;
    region: string | null;
  };
  teams: { id: string; name: string }[];
  /** Whether there are people below the viewer: then rows are people by default. */
  leads: boolean;
  whose: "own" | "team" | "company";
  otherYear: boolean;
};

/** The clients behind a count that a screen lists; what it leaves out it says, and a file (`listed` null) has all. */
const LISTED = 200;

export async function progressOf(
  scope: Scope,
  filter: ProgressFilter,
  listed: number | null = LISTED,
): Promise<Progress> {
  const leads = scope.reach === "all" || scope.roles.includes("lead");
  const by = filter.by ?? (filter.member ? "client" : leads ? "manager" : "client");
  const span = spanOf(filter, { today: scope.today, fiscalStartMonth: scope.company.fiscalStartMonth });
  const read = readMonths(span);
  const calendar = await workingCalendar(scope);
  const people = await listPeople(scope, { ...read, group: filter.group, region: filter.region });
  const cut: Cut = { ...filter, ...read, windows: windowsFor(scope, filter, people, read) };
  const days = spanDays(span.months, span.days, scope.today, calendar);
  const basis: RowBasis = { span, days, calendar, today: scope.today };

  const counted = withPlans(await monthFigures(scope, "manager", cut), people, cut, calendar);
  const facts = await clientFacts(
    scope,
    { ...cut, from: span.months[0] ?? read.from, to: addMonths(span.months.at(-1) ?? read.from, 1) },
    weightsOf(basis),
  );
  const year = closedMonths([span.days.endsOn, scope.today].sort()[0] ?? scope.today, 12);
  const states = narrowed(await clientStates(scope, year), filter, cut, scope.today);
  const members = rowsOf(counted, basis);
  const total = totalOf(counted, basis);
  const chosen = by === "client" ? clientPage(facts, filter) : null;
  const rows = await splitRows(scope, by, cut, basis, {
    people: members,
    counted,
    calendar,
    chosen: chosen?.ids ?? null,
  });
  const lines = rows.map((row) => lineOf(row, by, facts, states));
  const ordered =
    chosen && isRanked(filter)
      ? chosen.ids.flatMap((id) => lines.filter(({ key }) => key === id))
      : sorted(lines, filter.sort, by);
  const since = filter.since ?? mondayBefore(scope.today);
  const wide = !filter.group && !filter.source && !filter.client;
  const moved = wide ? await listMovers(scope, since) : [];
  return {
    state: { ...filter, by },
    span,
    today: scope.today,
    currency: scope.company.currency,
    lines: ordered,
    count: chosen?.count ?? ordered.length,
    size: PAGE,
    total: { ...lineOf(total, "month", facts, states), clients: new Set(facts.map(({ clientId }) => clientId)).size },
    running: spanDays(span.year, wholeOf(span), scope.today, calendar).running,
    year: yearOf(counted, basis, scope.today),
    knowsPlan: knowsPlan(filter) && by !== "group" && by !== "source",
    above: filter.member || filter.client ? [] : aboveOf(people, span, members),
    daysLeft: days.left,
    weeklyYear: !knownYears(calendar).includes(Number(span.days.startsOn.slice(0, 4))),
    behind: behindOf(members, facts, states, listed === null),
    health: wide ? healthOf(states, year) : null,
    listed:
      wide && filter.list
        ? listOf(states, filter.list, year)
            .sort((a, b) => order(b.before + b.turnover, a.before + a.turnover))
            .slice(0, listed ?? undefined)
        : [],
    seesPay: scope.can("pay:read"),
    loss: filter.lose ? lossOf(states, facts, filter.lose) : null,
    largest: largestOf(states),
    movers: wide ? moversOf(moved, states, since, listed === null) : null,
    narrowed: {
      team: people.teams.find(({ id }) => id === filter.team)?.name ?? null,
      member: members.find(({ key }) => key === filter.member)?.label ?? null,
      client: filter.client ? (facts.find(({ clientId }) => clientId === filter.client)?.label ?? null) : null,
      group: people.group,
      region: people.region,
    },
    teams: leads ? people.teams : [],
    leads,
    whose: scope.reach === "all" ? "company" : leads ? "team" : "own",
    otherYear: scope.company.fiscalStartMonth !== 1,
  };
}

/** On a Monday that is last week's. */
const mondayBefore = (today: string) => addDays(today, -(((weekday(today) + 5) % 7) + 1));

const wholeOf = ({ year }: ProgressSpan) => ({ startsOn: year[0] ?? "", endsOn: addMonths(year[0] ?? "", 12) });

function yearOf(counted: readonly MonthFigure[], basis: RowBasis, today: string): Standing {
  const { year } = basis.span;
  const days = wholeOf(basis.span);
  const span = { ...basis.span, months: year, days, upTo: false };
  return totalOf(counted, { ...basis, span, days: spanDays(year, days, today, basis.calendar) }).standing;
}

async function splitRows(
  scope: Scope,
  by: ProgressSplit,
  cut: Cut,
  basis: RowBasis,
  of: {
    people: ProgressRow[];
    counted: readonly MonthFigure[];
    calendar: WorkingCalendar;
    chosen: string[] | null;
  },
): Promise<ProgressRow[]> {
  if (by === "manager") return of.people.filter(isTold(basis));
  if (by === "month") {
    return monthRowsOf(of.counted, basis, (month) =>
      spanDays([month], { startsOn: month, endsOn: addMonths(month, 1) }, scope.today, of.calendar),
    );
  }
  return rowsOf(await monthFigures(scope, by, cut, of.chosen), basis).filter(isTold(basis));
}

/** Whoever sold and planned nothing in the span, nor in the same months a year earlier, has no row. */
const isTold =
  ({ span }: RowBasis) =>
  ({ standing, months }: ProgressRow) =>
    standing.plan !== null ||
    months.some(({ month, fact, lastYear }) => span.months.includes(month) && (fact !== 0n || lastYear !== 0n));

const isRanked = ({ sort }: ProgressFilter) => /^-?(deviation|fact|plan|name)$/.test(sort);
