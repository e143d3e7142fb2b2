import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, laterOf, monthStart } from "@/lib/domain/calendar-date";
import { workdays } from "@/lib/domain/workdays";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { monthlySales } from "@/lib/features/sales/queries/monthly";

const bookClient = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  tier: z.string().nullable(),
  archived: z.boolean(),
  /** What it buys a month, from its key numbers, in the company's currency, × 12. */
  potential: z.string().transform(BigInt).nullable(),
  /** Whose it is on the day asked about. */
  ownerId: z.string().nullable(),
});
export type BookClient = z.output<typeof bookClient>;

/** The day whose book a plan is for: today, or the plan's first day while that is ahead. */
export const bookDay = (startsOn: CalendarDate, today: CalendarDate) => laterOf(startsOn, today);

/** Clients of a member on a day and those named, as far as the caller reaches, by code. One statement. */
export async function listBookClients(
  scope: Scope,
  { memberId, on, ids = [] }: { memberId: string | null; on: CalendarDate; ids?: readonly string[] },
): Promise<BookClient[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.code, c.name, c.tier, c.archived_at is not null archived, a.member_id::text "ownerId", (
      select (k.minor * 12)::text from key_number k join number_kind n on n.tenant_id = k.tenant_id and n.id = k.kind_id and n.key = 'monthly_volume'
      where k.tenant_id = c.tenant_id and k.client_id = c.id and k.removed_at is null and k.currency = ${scope.company.currency}
      order by k.as_of desc, k.created_at desc limit 1) potential
    from client c left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)
    where c.id = any(${[...ids]}::uuid[]) or (a.member_id = ${memberId}::uuid and c.archived_at is null)
    order by c.code`;
  return rows.map((row) => bookClient.parse(row));
}

/** For each month of the plan the latest same month before it that is over. */
export function monthsBehind(months: readonly CalendarDate[], today: CalendarDate): CalendarDate[] {
  const open = monthStart(today);
  return months.map((month) => {
    let before = addMonths(month, -12);
    while (before >= open) before = addMonths(before, -12);
    return before;
  });
}

/** What each client bought in the months behind those of the plan, base minor units, by their order. Clients without a sale are missing. */
export type History = Map<string, bigint[]>;

export async function listHistory(
  scope: Scope,
  clientIds: readonly string[],
  months: readonly CalendarDate[],
): Promise<History> {
  const behind = monthsBehind(months, scope.today);
  const sorted = behind.toSorted();
  const sales = await monthlySales(scope, clientIds, sorted[0] ?? "", addMonths(sorted.at(-1) ?? "", 1));
  const rows = [...sales].map(([id, byMonth]) => [id, behind.map((month) => byMonth.get(month) ?? 0n)] as const);
  return new Map(rows.filter(([, amounts]) => amounts.some((amount) => amount !== 0n)));
}

/** Working days of each month: what spreads a plan without history. */
export async function listWorkdays(scope: Scope, months: readonly CalendarDate[]): Promise<number[]> {
  const calendar = await workingCalendar(scope);
  return months.map((month) => workdays(calendar, { startsOn: month, endsOn: addMonths(month, 1) }).days);
}

/** What a whole book bought, month by month. */
export function sumHistory(history: History, months: number): bigint[] {
  return Array.from({ length: months }, (_, at) =>
    [...history.values()].reduce((sum, amounts) => sum + (amounts[at] ?? 0n), 0n),
  );
}
