import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { contains } from "@/lib/domain/period";
import type { simulateInput } from "../schema";
import { type Case, casesOf, lastYear, periodsOf, reckoner } from "./last-year";
import { listTerms } from "./terms";

/**
 * What people would have earned in twelve closed months [from, to) by some terms, and by those that they had then (null: never any). Amounts as text:
 * they go to the browser.
 */
export type Simulated = {
  from: CalendarDate;
  to: CalendarDate;
  people: { memberId: string; name: string; before: string | null; after: string }[];
};

const person = z.object({ id: z.string(), name: z.string() });

/** Terms over the facts of the last year, beside what people had then. An own base stays with who has this plan today. */
export async function simulate(
  scope: Scope,
  { planId, terms, months, who }: z.output<typeof simulateInput>,
): Promise<Simulated> {
  const people = await listPeople(scope, who, planId);
  const rows = await listTerms(
    scope,
    people.map(({ id }) => id),
    scope.today,
  );
  const year = lastYear(scope, rows, months);
  const after = people.flatMap(({ id }): Case[] => {
    const today = rows.findLast((row) => row.memberId === id && contains(row, scope.today));
    const own = today?.planId === planId && today.base !== null ? { ...terms, base: today.base } : terms;
    return periodsOf(year.from, months).map((period) => ({ memberId: id, period, terms: own }));
  });
  const before = people.flatMap(({ id }) => casesOf(id, rows, year.from, scope.company.fiscalStartMonth));
  const payout = await reckoner(scope, [...after, ...before], year);
  const sum = (cases: readonly Case[], id: string) =>
    cases.filter(({ memberId }) => memberId === id).reduce((all, one) => all + payout(one), 0n);
  return {
    ...year,
    people: people.map(({ id, name }) => ({
      memberId: id,
      name,
      before: before.some(({ memberId }) => memberId === id) ? String(sum(before, id)) : null,
      after: String(sum(after, id)),
    })),
  };
}

async function listPeople({ db, today }: Scope, who: "holders" | "kam" | "all", planId: string) {
  const roles = who === "holders" ? [] : who === "kam" ? ["kam"] : ["kam", "lead"];
  const rows = await db.$queryRaw<unknown[]>`
    select m.id::text, m.name from member m where (m.left_on is null or m.left_on >= ${today}::date) and (m.roles && ${roles}::text[]
      or ${who} = 'holders' and exists (select from pay_assignment a where a.tenant_id = m.tenant_id and a.member_id = m.id and a.plan_id = ${planId || null}::uuid
        and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on > ${today}::date)))
    order by m.name, m.id`;
  return rows.map((row) => person.parse(row));
}
