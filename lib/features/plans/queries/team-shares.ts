import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { apportion } from "@/lib/domain/largest-remainder";
import { splitWeights } from "@/lib/domain/split-weights";
import { planStatuses, storedRule } from "../schema";
import { planMonths } from "../year";
import { bookDay, listHistory } from "./book-basis";

const head = z.object({
  memberId: z.string(),
  kind: z.string(),
  startsOn: z.string(),
  figure: z.string().transform(BigInt),
  rule: storedRule,
});
const person = z.object({
  id: z.string(),
  name: z.string(),
  clientIds: z.array(z.string()),
  plan: z
    .object({ versionId: z.string(), status: z.enum(planStatuses), figure: z.string().transform(BigInt) })
    .nullable(),
});

/** A person's part of a team's figure (top-down) and what their own plan says (bottom-up), null where there is none. Base minor units. */
export type ShareRow = {
  id: string;
  name: string;
  clients: number;
  lastYear: bigint;
  share: bigint;
  plan: { versionId: string; status: (typeof planStatuses)[number]; figure: bigint } | null;
};

/**
 * The figure of a team or of the company among the people whose books it covers, by the rule of its version, exact to the minor unit; null where
 * it is out of reach or a single book's. A manager's own figure is not added to theirs (domain.md 4).
 */
export async function teamShares(scope: Scope, versionId: string): Promise<ShareRow[] | null> {
  const [found] = await scope.db.$queryRaw<unknown[]>`
    select v.member_id::text "memberId", p.kind, p.starts_on::text "startsOn", v.figure::text, v.rule
    from plan_version v join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id where v.id = ${versionId}::uuid`;
  if (!found) return null;
  const { memberId, kind, startsOn, figure, rule } = head.parse(found);
  if (kind === "book") return [];
  const people = await listPeople(scope, kind === "company" ? null : memberId, startsOn);
  const months = planMonths(startsOn);
  const history = await listHistory(
    scope,
    people.flatMap(({ clientIds }) => clientIds),
    months,
  );
  const bought = (id: string) => (history.get(id) ?? []).reduce((sum, amount) => sum + amount, 0n);
  const rows = people.map((one) => ({ ...one, lastYear: one.clientIds.reduce((sum, id) => sum + bought(id), 0n) }));
  const basis = rule.basis === "potential" ? "last-year" : rule.basis;
  const weights = splitWeights(
    basis,
    rows.map(({ lastYear }) => ({ lastYear, potential: null, growth: rule.growth })),
  );
  const parts =
    rows.length === 0
      ? []
      : apportion(
          figure,
          weights.map(({ weight }) => weight),
        );
  return rows.map(({ clientIds, ...row }, at) => ({ ...row, clients: clientIds.length, share: parts[at] ?? 0n }));
}

/** People with a book on the plan's day, below that lead or in the whole company, as far as the caller reaches, with the newest version of their plan. */
async function listPeople(scope: Scope, leadId: string | null, startsOn: string) {
  const on = bookDay(startsOn, scope.today);
  const rows = await scope.db.$queryRaw<unknown[]>`
    with recursive led as (
      select tm.tenant_id, tm.team_id from team_member tm where tm.member_id = ${leadId}::uuid and tm.role = 'lead'
        and tm.starts_on <= ${on}::date and (tm.ends_on is null or tm.ends_on > ${on}::date)
      union
      select l.tenant_id, l.team_id from team_link l join led on l.tenant_id = led.tenant_id and l.parent_id = led.team_id
      where l.starts_on <= ${on}::date and (l.ends_on is null or l.ends_on > ${on}::date)
    ), held as (
      select a.tenant_id, a.member_id, array_agg(a.client_id::text) ids from assignment a
      join client c on c.tenant_id = a.tenant_id and c.id = a.client_id and c.archived_at is null
      where a.role = 'primary' and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)
      group by a.tenant_id, a.member_id)
    select m.id::text, m.name, h.ids "clientIds", (
      select json_build_object('versionId', v.id, 'status', v.status, 'figure', v.figure::text)
      from plan p join plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
      where p.tenant_id = m.tenant_id and p.member_id = m.id and p.kind = 'book' and p.starts_on = ${startsOn}::date
      order by v.number desc limit 1) plan
    from member m join held h on h.tenant_id = m.tenant_id and h.member_id = m.id
    where ${leadId}::uuid is null or m.id = ${leadId}::uuid or exists (
      select from team_member tm join led on led.tenant_id = tm.tenant_id and led.team_id = tm.team_id
      where tm.tenant_id = m.tenant_id and tm.member_id = m.id and tm.starts_on <= ${on}::date and (tm.ends_on is null or tm.ends_on > ${on}::date))
    order by m.name collate "und-x-icu", m.id`;
  return rows.map((row) => person.parse(row));
}
