import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type AbcClass, abcClassesOf } from "@/lib/domain/abc-xyz";
import { defaultCadences, type TouchClock, tierOfUntiered, touchClock } from "@/lib/domain/cadence";
import { addMonths } from "@/lib/domain/calendar-date";
import { closedMonths, type Months, monthsBefore, yearToDate } from "@/lib/domain/closed-months";
import { concentrationIndex, sharesOf, topShare } from "@/lib/domain/concentration";
import { type Growth, growthOf, growthSince, likeForLike } from "@/lib/domain/growth";
import { type LifeStage, lifeStages } from "@/lib/domain/life-stage";
import { sumOf } from "@/lib/domain/money";
import { missesRhythm, type RhythmState, rhythmState } from "@/lib/domain/rhythm";
import { tiers } from "@/lib/domain/tier";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { type BookPlan, type BookYear, bookPlanOf, bookYear, plannedFact } from "./plans";

const big = z.string().transform(BigInt);
const day = z.string().nullable();

const fact = z.object({
  id: z.string(),
  name: z.string(),
  turnover: big,
  before: big,
  toDate: big,
  toDateBefore: big,
  rhythm: z
    .object({
      firstOn: z.string(),
      lastOn: z.string(),
      medianGap: z.number().nullable(),
      expectedOn: day,
      lateFrom: day,
    })
    .nullable(),
  stage: z.enum(lifeStages).nullable(),
  stageByHand: z.boolean(),
  tier: z.enum(tiers).nullable(),
  cadence: z.number().nullable(),
  touchedOn: day,
  assignedOn: day,
  contractEndsOn: day,
  ...plannedFact,
});

const factRows = z.array(fact);

/** What the book says of a client besides who it is; sums in base minor units over whole months. */
export type BookFigures = {
  turnover: bigint;
  before: bigint;
  growth: Growth;
  toDate: bigint;
  toDateBefore: bigint;
  toDateGrowth: Growth;
  /** Within the viewer's reach, 0–1. */
  share: number | null;
  abc: AbcClass | null;
  rhythm: {
    state: RhythmState;
    silentFor: number;
    lateBy: number;
    medianGap: number | null;
    firstOn: string;
    lastOn: string;
  } | null;
  /** Late by its own rhythm, and not lost. */
  missed: boolean;
  stage: LifeStage | null;
  stageByHand: boolean;
  touch: TouchClock;
  plan: BookPlan;
  /** The last day of the signed contract that ends next. */
  contractEndsOn: string | null;
};

/** The book as a whole: how much stands on how few (R24). */
export type Concentration = {
  turnover: bigint;
  growth: Growth;
  likeForLike: Growth;
  index: number | null;
  top: { share: number; clients: { id: string; name: string; amount: bigint; share: number }[] } | null;
};

export type BookBasis = {
  figures: Map<string, BookFigures>;
  concentration: Concentration;
  year: Months;
  toDate: Months;
  /** Whether anybody here ever bought: without that, the columns of sales say nothing. */
  hasSales: boolean;
  hasContracts: boolean;
  hasPlans: boolean;
  planned: BookYear;
};

const TOP = 5;

/** The figures of every client in reach (of the archived ones instead, if asked), and of all of them together. Two statements. */
export async function bookFigures(scope: Scope, archived: boolean): Promise<BookBasis> {
  const year = closedMonths(scope.today, 12);
  const before = monthsBefore(year, 12);
  const toDate = yearToDate(scope.today, scope.company.fiscalStartMonth);
  const toDateBefore = monthsBefore(toDate, 12);
  const planned = bookYear(scope, await workingCalendar(scope));
  // Sums and rhythms are looked up one by one ("limit 1"): what a book costs is then the same in a company of whatever size.
  const [found] = await scope.db.$queryRaw<{ facts: unknown }[]>`
    with planned as materialized (
      select * from app.plan_sums(${planned.from}::date, ${planned.runs}::date, ${planned.to}::date))
    select coalesce(json_agg(fact), '[]') facts from (select c.id, c.name, coalesce(s.turnover, 0)::text turnover, coalesce(s.before, 0)::text before, coalesce(s.to_date, 0)::text "toDate",
      coalesce(s.to_date_before, 0)::text "toDateBefore",
      case when r.client_id is not null then jsonb_build_object('firstOn', r.first_on, 'lastOn', r.last_on, 'medianGap', r.median_gap, 'expectedOn', r.expected_on, 'lateFrom', r.late_from) end rhythm,
      c.tier, g.stage, coalesce(g.manual, false) "stageByHand", k.days cadence, t.last_on "touchedOn", a.starts_on "assignedOn", x.ends_on "contractEndsOn",
      coalesce(s.year_fact, 0)::text "yearFact", coalesce(s.month_fact, 0)::text "monthFact", p.year_plan::text "yearPlan", p.closed_plan::text "closedPlan",
      p.month_plan::text "monthPlan"
    from client c
    left join cadence k on k.tenant_id = c.tenant_id and k.tier = coalesce(c.tier, ${tierOfUntiered})
    left join lateral (
      select app.sold_between(x.first_month, x.running, ${year.from}::date, ${year.to}::date) turnover,
        app.sold_between(x.first_month, x.running, ${before.from}::date, ${before.to}::date) before,
        app.sold_between(x.first_month, x.running, ${toDate.from}::date, ${toDate.to}::date) to_date,
        app.sold_between(x.first_month, x.running, ${toDateBefore.from}::date, ${toDateBefore.to}::date) to_date_before,
        app.sold_between(x.first_month, x.running, ${planned.from}::date, ${planned.to}::date) year_fact,
        app.sold_between(x.first_month, x.running, ${planned.runs}::date, ${addMonths(planned.runs, 1)}::date) month_fact
      from client_turnover x where x.tenant_id = c.tenant_id and x.client_id = c.id limit 1) s on true
    left join planned p on p.client_id = c.id
    left join lateral (select x.* from client_rhythm x where x.tenant_id = c.tenant_id and x.client_id = c.id limit 1) r on true
    left join client_stage g on g.tenant_id = c.tenant_id and g.client_id = c.id and g.ends_on is null
    left join client_touch t on t.tenant_id = c.tenant_id and t.client_id = c.id
    left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
    left join (select tenant_id, client_id, min(ends_on) ends_on from contract where status = 'signed' and ends_on >= ${scope.today}::date
      group by tenant_id, client_id) x on x.tenant_id = c.tenant_id and x.client_id = c.id
    where (c.archived_at is not null) = ${archived}) fact`;
  const facts = factRows.parse(found?.facts);
  const turnover = facts.map(({ id, turnover }) => ({ id, amount: turnover }));
  const shares = sharesOf(turnover);
  const classes = abcClassesOf(turnover);
  return {
    figures: new Map(
      facts.map((one) => [
        one.id,
        {
          ...figuresOf(one, scope.today, { year: before.from, toDate: toDateBefore.from }, shares, classes),
          plan: bookPlanOf(one, planned),
        },
      ]),
    ),
    concentration: concentrationOf(facts, turnover, shares),
    year,
    toDate,
    hasSales: facts.some(({ rhythm }) => rhythm !== null),
    hasContracts: facts.some(({ contractEndsOn }) => contractEndsOn !== null),
    hasPlans: facts.some(({ yearPlan }) => yearPlan !== null),
    planned,
  };
}

type Fact = z.output<typeof fact>;

function figuresOf(
  one: Fact,
  today: string,
  earlier: { year: string; toDate: string },
  shares: ReadonlyMap<string, number>,
  classes: ReadonlyMap<string, AbcClass>,
): Omit<BookFigures, "plan"> {
  const { turnover, before, toDate, toDateBefore, rhythm, stage, stageByHand, contractEndsOn } = one;
  const cadence = one.cadence ?? defaultCadences[one.tier ?? tierOfUntiered].days;
  const touch = touchClock({ lastOn: one.touchedOn, assignedOn: one.assignedOn, cadence, today });
  return {
    ...{ turnover, before, toDate, toDateBefore, stage, stageByHand, contractEndsOn },
    growth: growthSince(rhythm?.firstOn ?? null, earlier.year, turnover, before),
    toDateGrowth: growthSince(rhythm?.firstOn ?? null, earlier.toDate, toDate, toDateBefore),
    share: shares.get(one.id) ?? null,
    abc: rhythm === null ? null : (classes.get(one.id) ?? null),
    rhythm: rhythm && {
      ...rhythmState(rhythm, today),
      medianGap: rhythm.medianGap,
      firstOn: rhythm.firstOn,
      lastOn: rhythm.lastOn,
    },
    missed: rhythm !== null && missesRhythm(rhythm, today),
    // Nobody answers for it: then nobody is late.
    touch: one.assignedOn === null ? { ...touch, dueOn: null, overdue: false, late: 0 } : touch,
  };
}

function concentrationOf(
  facts: readonly Fact[],
  turnover: readonly { id: string; amount: bigint }[],
  shares: ReadonlyMap<string, number>,
): Concentration {
  const top = topShare(turnover, TOP);
  const whole = sumOf(turnover.map(({ amount }) => amount));
  return {
    turnover: whole,
    growth: growthOf(whole, sumOf(facts.map((one) => one.before))),
    likeForLike: likeForLike(facts.map((one) => ({ later: one.turnover, earlier: one.before }))),
    index: concentrationIndex(turnover),
    top: top && {
      share: top.share,
      clients: top.ids.flatMap((id) => {
        const found = facts.find((one) => one.id === id);
        return found && found.turnover > 0n
          ? [{ id, name: found.name, amount: found.turnover, share: shares.get(id) ?? 0 }]
          : [];
      }),
    },
  };
}
