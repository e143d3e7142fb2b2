import { z } from "zod";
import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { addMonths } from "@/lib/domain/calendar-date";
import { neighbour, type PayPeriod, payPeriodAt, payPeriodName, readPayPeriod } from "@/lib/domain/pay/pay-period";
import { asIfSold, type Scenarios, scenarios } from "@/lib/domain/pay/what-if";
import { runRate } from "@/lib/domain/run-rate";
import { passedAndLeft } from "@/lib/domain/workdays";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { plainOf } from "./plain";
import { type Reckoned, reckon } from "./queries/reckon";
import { closedView, findSlip, openView, type SlipView } from "./queries/slip-view";
import { listStoredSlips, type StoredSlip } from "./queries/stored-slips";
import { listTerms, termsFor } from "./queries/terms";
import type { PayFilter } from "./schema";

/** One person's line in the table of a period. `changed`: since somebody approved it, it has become another sum. */
export type PayRow = {
  memberId: string;
  name: string;
  plan: string;
  state: "draft" | "approved" | "closed";
  stored: { id: string; version: number; payout: bigint; by: string | null; at: Date | null } | null;
  payout: bigint;
  basePay: bigint;
  variable: bigint;
  revenue: bigint;
  quota: bigint | null;
  adjustments: bigint;
  changed: boolean;
};

/** What a slip's slider needs to go on in the browser: terms and facts as JSON, with the same pure function over them. */
export type WhatIf = { terms: string; facts: string; revenue: string; quota: string | null };

export type PayPage = {
  today: string;
  currency: string;
  me: string;
  period: PayPeriod;
  periods: { name: string; startsOn: string; months: 1 | 3 }[];
  mine: SlipView | null;
  scenarios: { name: keyof Scenarios; revenue: bigint | null; payout: bigint | null }[];
  whatIf: WhatIf | null;
  history: { period: string; startsOn: string; months: 1 | 3; payout: bigint; closed: boolean }[];
  people: PayRow[] | null;
  may: { approve: boolean; close: boolean; edit: boolean };
};

/** R34–R36, R81–R83: the own slip with its reasons, what it may become, and for who leads the people's slips of the period. */
export const loadPay = query("pay:read", async function loadPay(scope, filter: PayFilter): Promise<PayPage> {
  return readPay(scope, filter);
});

export async function readPay(scope: Scope, filter: PayFilter): Promise<PayPage> {
  const { fiscalStartMonth } = scope.company;
  const terms = await listTerms(scope, null, addMonths(scope.today, 4));
  const own = terms.findLast(({ memberId }) => memberId === scope.member.id);
  const usual = own?.months ?? terms[0]?.months ?? 1;
  const period =
    (filter.period && readPayPeriod(filter.period, fiscalStartMonth)) ||
    payPeriodAt(scope.today, usual, fiscalStartMonth);
  const stored = await listStoredSlips(scope, null, addMonths(period.startsOn, -24), period.endsOn);
  const me = scope.member.id;
  const leads = terms.some(({ memberId }) => memberId !== me);
  // The own slip and everybody's are reckoned at once; the own one by document, because its lines open their sales.
  const open = await reckonOpen(scope, period, stored, terms);
  const mine = await ownSlip(scope, period, stored, open.get(me));
  const future = await outlook(scope, mine, open.get(me), period);
  const may = { approve: scope.can("pay:approve"), close: scope.can("pay:close"), edit: scope.can("pay:edit") };
  const lengths = new Set<1 | 3>(terms.map(({ months }) => months));
  if (lengths.size === 0) lengths.add(usual);
  return {
    today: scope.today,
    currency: scope.company.currency,
    me,
    period,
    periods: [...lengths].flatMap((months) => periodChoices(scope.today, months, fiscalStartMonth)),
    mine,
    ...future,
    history: stored
      .filter(({ memberId }) => memberId === me)
      .map((one) => ({
        period: payPeriodName(one),
        startsOn: one.startsOn,
        months: one.months,
        payout: one.payout,
        closed: one.status === "closed",
      }))
      .toReversed(),
    people: leads ? peopleRows(period, stored, open) : null,
    may,
  };
}

function periodChoices(today: string, months: 1 | 3, fiscalStartMonth: number) {
  const now = payPeriodAt(today, months, fiscalStartMonth);
  return Array.from({ length: months === 1 ? 7 : 5 }, (_, back) => neighbour(now, 1 - back)).map(
    ({ startsOn, months: length }) => ({
      name: payPeriodName({ startsOn, months: length }),
      startsOn,
      months: length,
    }),
  );
}

type Terms = Awaited<ReturnType<typeof listTerms>>;

function reckonOpen(
  scope: Scope,
  period: PayPeriod,
  stored: readonly StoredSlip[],
  terms: Terms,
): Promise<Map<string, Reckoned>> {
  const closed = new Set(ofPeriod(stored, period).flatMap((one) => (one.status === "closed" ? [one.memberId] : [])));
  const who = [...new Set(terms.map(({ memberId }) => memberId))].filter(
    (id) => !closed.has(id) && termsFor(terms, id, period),
  );
  const byDocument = who.filter((id) => id === scope.member.id);
  return reckon(scope, { who, period, byDocument, terms: terms.filter(({ memberId }) => who.includes(memberId)) });
}

async function ownSlip(
  scope: Scope,
  period: PayPeriod,
  stored: readonly StoredSlip[],
  open: Reckoned | undefined,
): Promise<SlipView | null> {
  const own = ofPeriod(stored, period).find(({ memberId }) => memberId === scope.member.id) ?? null;
  if (own?.status === "closed") return closedView(scope, scope.member.id, period, own);
  return open ? openView(open, period, own) : null;
}

const ofPeriod = (stored: readonly StoredSlip[], { startsOn, months }: PayPeriod) =>
  stored.filter((one) => one.startsOn === startsOn && one.months === months);

function peopleRows(period: PayPeriod, stored: readonly StoredSlip[], open: ReadonlyMap<string, Reckoned>): PayRow[] {
  const closedRows = ofPeriod(stored, period).flatMap((one): PayRow[] => {
    if (one.status !== "closed") return [];
    return [
      {
        memberId: one.memberId,
        name: one.label.member,
        plan: one.label.plan,
        state: "closed",
        stored: { id: one.id, version: one.version, payout: one.payout, by: one.closedBy, at: one.closedAt },
        payout: one.payout,
        basePay: one.basePay,
        variable: one.variable,
        revenue: one.label.revenue,
        quota: one.label.quota,
        adjustments: one.label.adjustments,
        changed: false,
      },
    ];
  });
  const openRows = [...open.values()].map(({ memberId, slip, content }): PayRow => {
    const found = ofPeriod(stored, period).find((one) => one.memberId === memberId);
    return {
      memberId,
      name: content.member,
      plan: content.plan.name,
      state: found ? "approved" : "draft",
      stored: found
        ? { id: found.id, version: found.version, payout: found.payout, by: found.approvedBy, at: found.approvedAt }
        : null,
      payout: slip.payout,
      basePay: slip.base,
      variable: slip.variable,
      revenue: content.revenue,
      quota: content.quota?.amount ?? null,
      adjustments: slip.lines.reduce((sum, line) => sum + (line.kind === "adjustment" ? line.amount : 0n), 0n),
      changed: found !== undefined && found.payout !== slip.payout,
    };
  });
  return [...closedRows, ...openRows].toSorted(
    (a, b) => a.name.localeCompare(b.name) || (a.memberId < b.memberId ? -1 : 1),
  );
}

/** R36: now, at the forecast, at 100 % and at 120 % of the plan, for a period that is not over. */
async function outlook(
  scope: Scope,
  mine: SlipView | null,
  one: Reckoned | undefined,
  period: PayPeriod,
): Promise<Pick<PayPage, "scenarios" | "whatIf">> {
  if (!mine || mine.state === "closed" || !one) return { scenarios: [], whatIf: null };
  const { facts, content } = one;
  const { passed, total, left } = passedAndLeft(await workingCalendar(scope), period, scope.today);
  const forecast = left === 0 ? null : runRate(content.revenue, passed, total);
  const all = scenarios(content.terms, facts, forecast);
  const quota = content.quota?.amount ?? null;
  const revenue: Record<keyof Scenarios, bigint | null> = {
    now: content.revenue,
    forecast,
    atPlan: quota,
    above: quota === null ? null : (quota * 12n) / 10n,
  };
  const names = ["now", "forecast", "atPlan", "above"] as const;
  return {
    scenarios: names.map((name) => ({ name, revenue: revenue[name], payout: all[name]?.payout ?? null })),
    whatIf: {
      terms: plainOf(content.terms),
      facts: plainOf({ ...asIfSold(facts, content.revenue), measures: [...facts.measures] }),
      revenue: String(content.revenue),
      quota: quota === null ? null : String(quota),
    },
  };
}

const address = z.object({ memberId: z.uuid(), period: z.string() });

/** One person's slip of one period, to read, print and take away. */
export const loadSlip = query("pay:read", async function loadSlip(scope, asked: { memberId: string; period: string }) {
  const { memberId, period: name } = address.parse(asked);
  const period = readPayPeriod(name, scope.company.fiscalStartMonth);
  const slip = period && (await findSlip(scope, memberId, period));
  if (!slip) throw new Refusal("not-found");
  return { slip, now: scope.now, zone: scope.zone };
});
