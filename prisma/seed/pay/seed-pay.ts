import type pg from "pg";
import { addMonths, type CalendarDate, yearOf } from "@/lib/domain/calendar-date";
import { holidaysOf } from "@/lib/domain/holidays/country-holidays";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { usualWeek } from "@/lib/features/calendar/usual-week";
import { insertRows } from "../insert";
import { randomFor } from "../random";
import type { Company } from "../rows";
import { closeMonths, type Seller } from "./closed-slips";
import { targetRows } from "./targets";
import { leadTerms, sellerTerms } from "./terms";

type Measure = { id: string; code: string };

/** Pay plans since last January, targets of this year, and the slips of three months ago and two months ago, closed. Reads the company's sales back. */
export async function seedPay(client: pg.Client, { tenant, tables }: Company, today: CalendarDate): Promise<void> {
  const tenant_id = tenant.id;
  const russian = tenant.locale === "ru";
  const random = randomFor(`${tenant.name}/pay`);
  const since = `${yearOf(today) - 1}-01-01`;
  const { rows: measures } = await client.query<Measure>(
    "select id::text, code from measure where tenant_id = $1 order by place",
    [tenant_id],
  );
  const measure = (code: string) => measures.find((one) => one.code === code)?.id ?? "";
  const staff = tables.member.filter(({ left_on }) => left_on === null);
  const kams = staff.filter(({ roles }) => roles.includes("kam"));
  const leads = staff.filter(({ roles }) => roles.includes("lead"));
  const closer = staff.find(({ roles }) => roles.includes("director")) ?? leads[0];

  const seller = { planId: random.uuid(), versionId: random.uuid() };
  const leading = { planId: random.uuid(), versionId: random.uuid() };
  const forSellers = russian ? sellerTerms(9_000_000n, [40, 80, 140]) : sellerTerms(350_000n, [60, 110, 180]);
  const forLeads = russian ? leadTerms(18_000_000n, 12_000_000n, measure) : leadTerms(600_000n, 250_000n, measure);
  const names = russian ? ["Ступени продаж", "Оклад и KPI руководителя"] : ["Sales tiers", "Lead: salary and KPI"];
  await insertRows(client, "public.pay_plan", [
    { tenant_id, id: seller.planId, name: names[0], kind: "tiers", months: 1 },
    { tenant_id, id: leading.planId, name: names[1], kind: "salary-kpi", months: 1 },
  ]);
  const version = (of: typeof seller, terms: PayPlan) => ({
    tenant_id,
    id: of.versionId,
    plan_id: of.planId,
    number: 1,
    status: "active",
    in_force_from: since,
    terms: jsonOf(terms),
    package: russian ? ruPackage : enPackage,
    created_by: closer?.id,
  });
  await insertRows(client, "public.pay_plan_version", [version(seller, forSellers), version(leading, forLeads)]);
  const holder = (member_id: string, of: typeof seller) => ({
    tenant_id,
    id: random.uuid(),
    member_id,
    plan_id: of.planId,
    starts_on: since,
  });
  await insertRows(client, "public.pay_assignment", [
    ...kams.map(({ id }) => holder(id, seller)),
    ...leads.map(({ id }) => holder(id, leading)),
  ]);

  const { rows: planned } = await client.query<{ member: string; month: string; amount: string }>(
    "select member_id::text as member, month::text, sum(amount)::text as amount from plan_credit where tenant_id = $1 and month >= $2 group by 1, 2 order by 1, 2",
    [tenant_id, since],
  );
  const targets = targetRows({
    tenant_id,
    random,
    measure,
    kams,
    teams: tables.team,
    places: tables.team_member,
    planned,
    year: yearOf(today),
    by: closer?.id ?? null,
  });
  await insertRows(client, "public.member_figure", targets.people);
  await insertRows(client, "public.team_figure", targets.teams);

  if (!closer) return;
  const month = `${today.slice(0, 7)}-01`;
  const sellers = kams.map(({ id, name }): Seller => ({ id, name }));
  await closeMonths(client, {
    tenant,
    today,
    closer: closer.id,
    sellers,
    months: [addMonths(month, -3), addMonths(month, -2)],
    plan: { ...seller, name: names[0] ?? "", terms: forSellers },
    package: russian ? ruPackage : enPackage,
    quota: (member, of) => planned.find((row) => row.member === member && row.month === of)?.amount ?? null,
    calendar: { zone: tenant.zone, week: usualWeek, overrides: new Map(russian ? holidaysOf("RU") : []) },
    random,
  });
}

const jsonOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? one.toString() : one)));

const ruPackage = [
  { name: "ДМС с первого дня", amount: "6000000" },
  { name: "Связь и служебный автомобиль", amount: null },
];
const enPackage = [
  { name: "Health insurance", amount: "480000" },
  { name: "Company car", amount: null },
];
