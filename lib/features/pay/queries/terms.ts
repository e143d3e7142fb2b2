import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addDays, type CalendarDate, laterOf } from "@/lib/domain/calendar-date";
import { type PayPeriod, payPeriodAt } from "@/lib/domain/pay/pay-period";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { contains } from "@/lib/domain/period";
import { wholeText } from "../plain";
import { packageItems, payTerms } from "../terms";

const row = z.object({
  memberId: z.string(),
  name: z.string(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  base: wholeText.nullable(),
  planId: z.string(),
  planName: z.string(),
  kind: z.enum(["salary-kpi", "tiers"]),
  months: z.union([z.literal(1), z.literal(3)]),
  versionId: z.string(),
  number: z.number(),
  inForceFrom: z.string(),
  terms: payTerms,
  package: packageItems,
});

/** A plan of a person, who that is, and one version of the plan's terms; one row for each version that is in force before the asked end. */
export type TermsRow = z.output<typeof row>;
/** The terms that decide one slip. */
export type TermsInForce = Omit<TermsRow, "terms" | "base"> & { terms: PayPlan };

/** Plans of those whose pay the caller sees (all of them for null) up to a day, oldest first. One statement. */
export async function listTerms(
  { db }: Scope,
  who: readonly string[] | null,
  until: CalendarDate,
): Promise<TermsRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select t.member_id::text "memberId", m.name, m.joined_on::text "joinedOn", m.left_on::text "leftOn", t.starts_on::text "startsOn", t.ends_on::text "endsOn", t.base::text,
      t.plan_id::text "planId", t.plan_name "planName", t.kind, t.months, t.version_id::text "versionId", t.number, t.in_force_from::text "inForceFrom", t.terms, t.package
    from app.pay_terms(${who && [...who]}::uuid[], '2000-01-01', ${until}::date) t join member m on m.id = t.member_id
    order by t.member_id, t.starts_on, t.in_force_from, t.number`;
  return rows.map((one) => row.parse(one));
}

/** The terms of a person for a period: of the plan that is the person's on its last day, the version in force on that day. */
export function termsFor(rows: readonly TermsRow[], memberId: string, period: PayPeriod): TermsInForce | null {
  const lastDay = addDays(period.endsOn, -1);
  const found = rows.findLast(
    (one) =>
      one.memberId === memberId && contains(one, lastDay) && one.inForceFrom <= lastDay && one.months === period.months,
  );
  if (!found) return null;
  const { terms, base, ...rest } = found;
  return { ...rest, terms: { ...terms, base: base ?? terms.base } };
}

/** The first period from a day on for which the person has a plan. */
export function nextPeriod(
  rows: readonly TermsRow[],
  memberId: string,
  from: CalendarDate,
  fiscalStartMonth: number,
): PayPeriod | null {
  const first = rows.find((one) => one.memberId === memberId && (one.endsOn === null || one.endsOn > from));
  return first ? payPeriodAt(laterOf(from, first.startsOn), first.months, fiscalStartMonth) : null;
}
