import { addMonths, type CalendarDate, yearOf } from "@/lib/domain/calendar-date";
import { holidaysOf } from "@/lib/domain/holidays/country-holidays";
import { divideCell, type Stay } from "@/lib/domain/moved-cell";
import { contains } from "@/lib/domain/period";
import type { Split } from "@/lib/domain/split-figure";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { usualWeek } from "@/lib/features/calendar/usual-week";
import { type Random, randomFor } from "../random";
import type { Assignment, Client, Member, SaleLine, TeamMember } from "../rows";
import { History, sumOf } from "./history";
import { leadOf } from "./lead-of";
import type { PlanCell, PlanCredit, Plans, PlanVersion } from "./plan-rows";
import { splitOf } from "./split-of";
import { growthBehind } from "./standing";

type Facts = {
  member: readonly Member[];
  team_member: readonly TeamMember[];
  client: readonly Client[];
  assignment: readonly Assignment[];
  sale_line: readonly SaleLine[];
};

/** What is said about a revision and a company's zone; everything else follows from the sales. */
type Words = { company: string; zone: string; holidays: "RU" | null; revised: string };

/** Figures are round: a hundred thousand of the currency for large books, a thousand for small ones. */
const roundTo = (figure: bigint): bigint => {
  const step = figure > 1_000_000_000n ? 10_000_000n : 100_000n;
  return (figure / step) * step;
};

/**
 * Plans of the last year, of this one and, as drafts, of the next: each KAM's book by last year's shares, as it was agreed with the lead; the
 * leads' and the director's own figures by quarter. The year that is running was revised for one KAM in July.
 */
export function plansOf(today: CalendarDate, facts: Facts, words: Words): Plans {
  const random = randomFor(`${words.company}/plans`);
  const calendar: WorkingCalendar = {
    zone: words.zone,
    week: usualWeek,
    overrides: new Map(words.holidays ? holidaysOf(words.holidays) : []),
  };
  const maker = new Maker(facts, words, calendar, random, today);
  const year = yearOf(today);
  const january = `${year}-01-01`;
  maker.books(addMonths(january, -12), january, "approved");
  maker.books(january, january, "approved", today >= `${year}-07-01`);
  if (today >= `${year}-10-01`) maker.books(addMonths(january, 12), january, "draft");
  return maker.made;
}

class Maker {
  readonly made: Plans = { plan: [], plan_version: [], plan_figure: [], plan_cell: [], plan_credit: [] };
  private readonly history: History;
  private readonly clients: ReadonlyMap<string, Client>;
  private readonly primary: readonly Assignment[];
  private readonly stays = new Map<string, Stay[]>();

  constructor(
    private readonly facts: Facts,
    private readonly words: Words,
    private readonly calendar: WorkingCalendar,
    private readonly random: Random,
    private readonly today: CalendarDate,
  ) {
    this.history = new History(facts.sale_line);
    this.clients = new Map(facts.client.map((client) => [client.id, client]));
    this.primary = facts.assignment.filter(({ role }) => role === "primary");
    for (const { client_id, member_id, starts_on, ends_on } of this.primary)
      this.stays.set(client_id, [
        ...(this.stays.get(client_id) ?? []),
        { memberId: member_id, period: { startsOn: starts_on, endsOn: ends_on } },
      ]);
  }

  /** The plans of a year; `like` is the first month of the twelve whose shares they follow. */
  books(year: CalendarDate, like: CalendarDate, status: "approved" | "draft", revise = false): void {
    const basis = like === year ? addMonths(year, -12) : like;
    const kams = this.facts.member.filter(({ roles, left_on }) => roles.includes("kam") && left_on === null);
    const figures = new Map<string, bigint>();
    for (const [place, kam] of kams.entries()) {
      const usual = 10_000 + this.random.int(200, 1_800);
      const mine = this.primary.filter(({ member_id }) => member_id === kam.id);
      const firstDay = (client: string) => this.stays.get(client)?.[0]?.period.startsOn;
      const behind = growthBehind(
        { today: this.today, startsOn: year, basis },
        { place, mine, firstDay },
        this.history,
      );
      const growth = (status === "approved" && behind) || usual;
      const figure = this.book(kam, year, basis, growth, status, revise && place === 0);
      if (figure !== null) figures.set(kam.id, figure);
    }
    if (status === "approved") this.leads(year, figures);
  }

  private book(
    kam: Member,
    year: CalendarDate,
    basis: CalendarDate,
    growth: number,
    status: "approved" | "draft",
    revise: boolean,
  ): bigint | null {
    const mine = this.primary.filter(
      ({ member_id, starts_on, ends_on }) =>
        member_id === kam.id && contains({ startsOn: starts_on, endsOn: ends_on }, status === "draft" ? basis : year),
    );
    const book = mine.flatMap(({ client_id }) => this.clients.get(client_id) ?? []);
    const days = Array.from({ length: 12 }, (_, index) => this.days(addMonths(year, index)));
    const { before, split } = splitOf(book, this.history, basis, growth, days);
    if (before <= 0n) return null;
    const figure = roundTo((before * BigInt(growth)) / 10_000n);
    const plan = { id: this.random.uuid(), member_id: kam.id, kind: "book" as const, starts_on: year };
    this.made.plan.push(plan);
    const rule = { basis: "last-year", growth, profile: "client" };
    const first = this.version(plan.id, kam, 1, figure, rule, status, year, revise);
    const cells = this.cells(first, book, year, split(figure));
    if (status === "draft") return figure;
    if (!revise) {
      this.credit(cells, first);
      return figure;
    }
    const more = roundTo((figure * 104n) / 100n);
    const second = this.version(plan.id, kam, 2, more, rule, status, addMonths(year, 6), false);
    const revised = this.cells(second, book, year, split(more));
    const july = addMonths(year, 6);
    this.credit(
      [...cells.filter(({ month }) => month < july), ...revised.filter(({ month }) => month >= july)],
      second,
    );
    return more;
  }

  private version(
    plan: string,
    kam: Member,
    number: number,
    figure: bigint,
    rule: object,
    status: "approved" | "draft",
    from: CalendarDate,
    superseded: boolean,
  ): PlanVersion {
    const lead = leadOf(this.facts.team_member, kam.id) ?? kam.id;
    const agreed = status === "approved";
    const on = addMonths(from, -1);
    const version: PlanVersion = {
      id: this.random.uuid(),
      plan_id: plan,
      member_id: kam.id,
      number,
      status: superseded ? "superseded" : status,
      figure: Number(figure),
      rule,
      reason: number === 1 ? null : this.words.revised,
      in_force_from: agreed ? from : null,
      submitted_by: agreed ? kam.id : null,
      submitted_at: agreed ? `${on.slice(0, 7)}-18T09:00:00Z` : null,
      approved_by: agreed ? lead : null,
      approved_at: agreed ? `${on.slice(0, 7)}-21T12:00:00Z` : null,
      created_by: kam.id,
    };
    this.made.plan_version.push(version);
    return version;
  }

  private cells(version: PlanVersion, book: readonly Client[], year: CalendarDate, split: Split): PlanCell[] {
    if (!split.ok) throw new Error("a plan without pins always fits");
    const idOf = new Map(book.map(({ id, code }) => [code, id]));
    const cells = split.rows.flatMap(({ code, cells: amounts }) => {
      const client_id = idOf.get(code) ?? "";
      return amounts.map((amount, index) => ({
        version_id: version.id,
        client_id,
        month: addMonths(year, index),
        card_id: client_id,
        amount: Number(amount),
        pinned: false,
      }));
    });
    this.made.plan_cell.push(...cells);
    return cells;
  }

  /** The twin for figures of people: each cell counts for whoever answers for the client in its month. */
  private credit(cells: readonly PlanCell[], version: PlanVersion): void {
    for (const { client_id, month, amount, version_id } of cells) {
      const sums = new Map<string, number>([[version.member_id, 0]]);
      for (const part of this.parts(client_id, month, amount)) {
        const who = part.memberId ?? "00000000-0000-0000-0000-000000000000";
        sums.set(who, (sums.get(who) ?? 0) + Number(part.amount));
      }
      for (const [member_id, counted] of sums) {
        const planned = member_id === version.member_id ? amount : 0;
        if (counted === 0 && planned === 0) continue;
        const client_label = this.clients.get(client_id)?.name ?? "";
        const row: PlanCredit = { member_id, month, client_id, client_label, version_id, amount: counted, planned };
        this.made.plan_credit.push(row);
      }
    }
  }

  private parts(client: string, month: CalendarDate, amount: number) {
    const stays = this.stays.get(client) ?? [];
    const whole = stays.find(
      ({ period }) => period.startsOn <= month && (period.endsOn === null || period.endsOn >= addMonths(month, 1)),
    );
    return whole ? [{ ...whole, amount }] : divideCell({ month, amount: BigInt(amount) }, stays, this.calendar);
  }

  /** A lead's own figure stands a little above what the team's books add up to; the director's above the leads'. */
  private leads(year: CalendarDate, figures: ReadonlyMap<string, bigint>): void {
    const heads = this.facts.member.filter(
      ({ roles, left_on }) => left_on === null && (roles.includes("lead") || roles.includes("director")),
    );
    for (const head of heads) {
      const kind = head.roles.includes("director") ? "company" : "team";
      const books =
        kind === "company"
          ? [...figures]
          : [...figures].filter(([kam]) => leadOf(this.facts.team_member, kam) === head.id);
      const figure = roundTo((sumOf(books.map(([, amount]) => amount)) * 102n) / 100n);
      if (figure === 0n) continue;
      const plan = { id: this.random.uuid(), member_id: head.id, kind, starts_on: year } as const;
      this.made.plan.push(plan);
      const version = this.version(plan.id, head, 1, figure, { basis: "figures" }, "approved", year, false);
      const quarters = [22n, 25n, 24n].map((share) => (figure * share) / 100n);
      quarters.push(figure - sumOf(quarters));
      for (const [index, amount] of quarters.entries())
        this.made.plan_figure.push({
          version_id: version.id,
          member_id: head.id,
          starts_on: addMonths(year, index * 3),
          months: 3,
          amount: Number(amount),
        });
    }
  }

  private days(month: CalendarDate): number {
    return workdays(this.calendar, { startsOn: month, endsOn: addMonths(month, 1) }).days;
  }
}
