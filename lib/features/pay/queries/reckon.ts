import type { Scope } from "@/lib/access/scope";
import { together } from "@/lib/access/together";
import { addDays, laterOf } from "@/lib/domain/calendar-date";
import { listMonths } from "@/lib/domain/closed-months";
import type { PayPeriod } from "@/lib/domain/pay/pay-period";
import { type PayFacts, type Slip, slipOf } from "@/lib/domain/pay/slip";
import { intersect } from "@/lib/domain/period";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { calendarRead, readMain } from "@/lib/features/calendar/queries/working-calendar";
import type { SlipContent } from "../slip-content";
import { type Corrections, correctedSince, listCorrections, noCorrections } from "./corrections";
import { type Credited, creditedSale, listCredited } from "./credited";
import { readSlipMeasures } from "./measures";
import { listQuotas, type Quota, quotaOf } from "./quotas";
import { type ClosedRow, listClosedSlips } from "./stored-slips";
import { listTerms, type TermsRow, termsFor } from "./terms";

/** A slip as it stands now: what it is computed from, and what it would freeze if it were closed. */
export type Reckoned = {
  memberId: string;
  facts: PayFacts;
  slip: Slip;
  content: SlipContent;
  sales: Credited[];
  corrections: Corrections;
};

/** `byDocument`: whose sales are wanted one by one, because somebody looks at them or settles them. */
type Asked = {
  who: readonly string[];
  period: PayPeriod;
  byDocument?: readonly string[];
  terms?: readonly TermsRow[];
};

/**
 * Slips of a period by member, for those who have a plan in it and whose pay the caller sees (of these). Computed by
 * lib/domain/pay/slip from what the database says now; nothing is stored. At most three statements, however many people, and three more where somebody has a KPI matrix.
 */
export async function reckon(
  scope: Scope,
  { who, period, byDocument = [], terms }: Asked,
): Promise<Map<string, Reckoned>> {
  const rows = terms ?? (await listTerms(scope, who, period.endsOn));
  const inForce = [...new Set(rows.map(({ memberId }) => memberId))].flatMap(
    (member) => termsFor(rows, member, period) ?? [],
  );
  const ids = inForce.map(({ memberId }) => memberId);
  if (ids.length === 0) return new Map();
  const months = listMonths({ from: period.startsOn, to: period.endsOn });
  const wanted = { byDocument, byMonth: ids.filter((id) => !byDocument.includes(id)) };
  const [sales, quotas, calendar, slips] = await together<
    Scope,
    [Credited[], Map<string, Quota>, WorkingCalendar, ClosedRow[]]
  >(scope, (batch) => {
    const calendar = readMain(batch).then((found) => calendarRead(scope, found));
    return [
      listCredited(batch, wanted, period.startsOn, period.endsOn),
      listQuotas(batch, ids, { from: period.startsOn, to: period.endsOn, calendar }),
      calendar,
      listClosedSlips(batch, ids, correctedSince(period)),
    ];
  });
  const measures = await readSlipMeasures(scope, inForce, period.startsOn, period.endsOn);
  const corrections = await listCorrections(scope, ids, period, { terms: rows, slips });
  const total = workdays(calendar, period).days;

  return new Map(
    inForce.flatMap(({ memberId, terms: plan, ...version }) => {
      const own = sales.filter((sale) => sale.memberId === memberId);
      const quota = quotaOf(quotas, memberId, months);
      const ownMeasures = measures(memberId, plan, period).map(({ told }) => told);
      const stay = intersect(period, {
        startsOn: laterOf(version.joinedOn, version.startsOn),
        // The last day is a day of work.
        endsOn: version.leftOn && addDays(version.leftOn, 1),
      });
      const worked = stay?.endsOn ? workdays(calendar, { startsOn: stay.startsOn, endsOn: stay.endsOn }).days : 0;
      const due = corrections.get(memberId) ?? noCorrections;
      const facts: PayFacts = {
        days: { worked, total },
        plans: quota ? [{ ref: quota.versions.join(", "), source: null, amount: quota.amount }] : [],
        sales: own.map(creditedSale),
        measures: new Map(ownMeasures.map(({ name, fact, target }) => [name, { fact, target }])),
        adjustments: due.adjustments,
      };
      const content: SlipContent = {
        member: version.name,
        company: scope.company.name,
        currency: scope.company.currency,
        fiscalStartMonth: scope.company.fiscalStartMonth,
        plan: {
          id: version.planId,
          name: version.planName,
          kind: version.kind,
          versionId: version.versionId,
          number: version.number,
        },
        terms: { ...plan, components: [...plan.components] } as SlipContent["terms"],
        package: version.package,
        revenue: own.reduce((sum, one) => sum + one.revenue, 0n),
        quota,
        measures: ownMeasures,
        days: facts.days,
      };
      const reckoned: Reckoned = { memberId, facts, slip: slipOf(plan, facts), content, sales: own, corrections: due };
      return [[memberId, reckoned] as const];
    }),
  );
}
