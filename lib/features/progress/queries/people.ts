import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addDays, addMonths } from "@/lib/domain/calendar-date";
import { apportion } from "@/lib/domain/largest-remainder";
import { contains } from "@/lib/domain/period";
import { subtreeOn } from "@/lib/domain/team-tree";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import type { Window } from "./source";

const period = { startsOn: z.string(), endsOn: z.string().nullable() };
const found = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  links: z.array(z.object({ teamId: z.string(), parentId: z.string(), ...period })),
  places: z.array(z.object({ teamId: z.string(), memberId: z.string(), lead: z.boolean(), ...period })),
  /** Names of what the figures are narrowed to. */
  group: z.string().nullable(),
  region: z.string().nullable(),
  subordinates: z.array(z.string()),
  plans: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      kind: z.enum(["book", "team", "company"]),
      startsOn: z.string(),
      inForceFrom: z.string(),
      nextFrom: z.string().nullable(),
      figure: z.string().transform(BigInt),
      figures: z.array(z.object({ startsOn: z.string(), months: z.number(), amount: z.string().transform(BigInt) })),
    }),
  ),
});

/** Who stands where, and the plans in force whose sum is given without clients. */
export type People = z.output<typeof found>;

/**
 * One statement. Plans are those that row security lets through, one's own and those of one's people, and of people who have left them what lies in
 * the months in which they were there.
 */
export async function listPeople(
  scope: Scope,
  { from, to, group, region }: { from: string; to: string; group?: string; region?: string },
): Promise<People> {
  const [row] = await scope.db.$queryRaw<{ people: unknown }[]>`
    select jsonb_build_object(
      'teams', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]') from team t where t.closed_on is null),
      'links', (select coalesce(jsonb_agg(jsonb_build_object('teamId', l.team_id, 'parentId', l.parent_id, 'startsOn', l.starts_on, 'endsOn', l.ends_on)), '[]') from team_link l),
      'places', (select coalesce(jsonb_agg(jsonb_build_object('teamId', p.team_id, 'memberId', p.member_id, 'lead', p.role = 'lead', 'startsOn', p.starts_on, 'endsOn', p.ends_on)), '[]')
        from team_member p),
      'group', (select g.name from product_group g where g.id::text = ${group ?? ""}),
      'region', (select r.name from region r where r.id::text = ${region ?? ""}),
      'subordinates', (select coalesce(jsonb_agg(m), '[]') from unnest(app.subordinate_ids()) m),
      'plans', (select coalesce(jsonb_agg(jsonb_build_object('memberId', v.member_id, 'name', v.name, 'kind', v.kind, 'startsOn', v.starts_on, 'inForceFrom', v.in_force_from,
          'nextFrom', v.next_from, 'figure', v.figure::text, 'figures', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', f.starts_on, 'months', f.months,
            'amount', f.amount::text)), '[]') from plan_figure f where f.tenant_id = v.tenant_id and f.version_id = v.id))), '[]')
        from (select v.tenant_id, v.id, v.member_id, m.name, p.kind, p.starts_on, v.figure, v.in_force_from,
            lead(v.in_force_from) over (partition by v.plan_id order by v.in_force_from, v.number) next_from
          from plan p join plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
          join member m on m.tenant_id = p.tenant_id and m.id = p.member_id
          where p.starts_on > ${addMonths(from, -12)}::date and p.starts_on < ${to}::date and v.in_force_from is not null) v),
      'past', (select coalesce(jsonb_agg(jsonb_build_object('memberId', p.member_id, 'name', p.name, 'kind', 'book', 'startsOn', p.starts_on, 'inForceFrom', p.in_force_from,
          'nextFrom', p.next_from, 'figure', p.figure::text, 'figures', p.figures)), '[]') from app.past_plans(${from}::date, ${to}::date) p
        where not app.reaches_all())) people`;
  const { past, ...people } = found.extend({ past: found.shape.plans }).parse(row?.people);
  return { ...people, plans: [...people.plans, ...past] };
}

/**
 * The months in which a member's figures belong to these teams: figures follow the team of that date (domain.md 3), and a month belongs to the team of
 * its last day, the running one to today's. `always`: whose months all count.
 */
export function windowsOf(
  { links, places }: Pick<People, "links" | "places">,
  teams: readonly string[],
  always: readonly string[],
  months: readonly string[],
  today: string,
): Window[] {
  const windows: Window[] = [];
  for (const month of months) {
    const last = addDays(addMonths(month, 1), -1);
    const on = last < today ? last : today;
    const within = subtreeOn(links, teams, on);
    const here = places.filter((place) => within.has(place.teamId) && contains(place, on));
    for (const memberId of new Set([...here.map((place) => place.memberId), ...always])) {
      const before = windows.find((one) => one.memberId === memberId && one.to === month);
      if (before) before.to = addMonths(month, 1);
      else windows.push({ memberId, from: month, to: addMonths(month, 1) });
    }
  }
  return windows;
}

/**
 * Plans without client cells by member and month: a figure of a quarter or a year lies on its months by working days, to the minor unit. The version
 * in force on a month's last day decides it (domain.md 13.15).
 */
export function spreadFigures(
  { plans }: Pick<People, "plans">,
  kind: "book" | "team" | "company",
  calendar: WorkingCalendar,
): Map<string, Map<string, bigint>> {
  const byMember = new Map<string, Map<string, bigint>>();
  for (const plan of plans.filter((one) => one.kind === kind))
    for (const { startsOn, months, amount } of plan.figures) {
      const covered = Array.from({ length: months }, (_, at) => addMonths(startsOn, at));
      const days = covered.map((month) => workdays(calendar, { startsOn: month, endsOn: addMonths(month, 1) }).days);
      const parts = apportion(amount, days.map(BigInt));
      const own = byMember.get(plan.memberId) ?? new Map<string, bigint>();
      byMember.set(plan.memberId, own);
      covered.forEach((month, at) => {
        const next = addMonths(month, 1);
        const inForce = plan.inForceFrom < next && (plan.nextFrom === null || plan.nextFrom >= next);
        if (inForce) own.set(month, parts[at] ?? 0n);
      });
    }
  return byMember;
}
