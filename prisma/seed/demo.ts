import type pg from "pg";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { usualWeek } from "@/lib/features/calendar/usual-week";
import { DEMO_PASSWORD } from "@/lib/features/sign-up/demo";
import { hashPassword } from "@/lib/io/password";
import { insertRows } from "./insert";
import { northfield } from "./northfield/company";
import { seedPay } from "./pay/seed-pay";
import type { Company, Person } from "./rows";
import { severTorg } from "./sever-torg/company";

/** Everything that the demo consists of on a day; the same day gives the same rows. */
export function demoOf(today: CalendarDate): { companies: Company[]; persons: Person[] } {
  const first = severTorg(today);
  const visitor = first.persons.find(({ email }) => email.startsWith("natalya.zimina@"));
  if (!visitor) throw new Error("the demo's administrator is gone");
  const second = northfield(today, visitor);
  return { companies: [first.company, second.company], persons: [...first.persons, ...second.persons] };
}

/** Who to sign in as, for the start's last lines and the README. */
export const demoLogins = [
  { who: "KAM · Анна Крылова, Север-Торг", email: "anna.krylova@sever-torg.example" },
  { who: "Lead · Олег Стрельцов, Север-Торг", email: "oleg.streltsov@sever-torg.example" },
  { who: "Admin · Наталья Зимина, Север-Торг and Northfield", email: "natalya.zimina@sever-torg.example" },
  { who: "Director · Марина Северова, Север-Торг", email: "marina.severova@sever-torg.example" },
  { who: "KAM · Owen Marsh, Northfield", email: "owen.marsh@northfield.example" },
].map((login) => ({ ...login, password: DEMO_PASSWORD }));

/**
 * Writes the demo companies, as the owner of the tables and inside the caller's transaction. Does nothing when they are
 * there. Without app.tenant in the context the audit trail stays empty: the demo is nobody's doing.
 */
export async function seedDemo(client: pg.Client, today: CalendarDate): Promise<void> {
  const { companies, persons } = demoOf(today);
  const ids = companies.map(({ tenant }) => tenant.id);
  const { rowCount: there } = await client.query("select from identity.tenant where id = any($1)", [ids]);
  if (there) return;
  const password_hash = await hashPassword(DEMO_PASSWORD);
  await insertRows(
    client,
    "identity.person",
    persons.map((person) => ({ ...person, password_hash })),
  );
  for (const [index, company] of companies.entries()) {
    await insertCompany(client, company, index);
    await seedPay(client, company, today);
  }
}

async function insertCompany(
  client: pg.Client,
  { tenant, memberships, tables }: Company,
  ordinal: number,
): Promise<void> {
  const tenant_id = tenant.id;
  // The sign-in page lists companies in the order in which they were made.
  const created_at = new Date(Date.UTC(2020, 0, 1 + ordinal)).toISOString();
  await insertRows(client, "identity.tenant", [{ ...tenant, demo: true, fiscal_start_month: 1, created_at }]);
  for (const [table, rows] of Object.entries(tables)) {
    // Its roll-ups follow every statement, so all sales come in one; and they read assignments, of which the planner knows by now.
    const isLedger = table === "sale_line";
    if (isLedger) await client.query("analyze public.client, public.assignment, public.product");
    await insertRows(
      client,
      `public.${table}`,
      rows.map((row) => ({ tenant_id, ...row })),
      isLedger ? rows.length : undefined,
    );
  }
  // Its working days, with the holidays of Russia; a company that deals in dollars keeps the plain week.
  const calendars =
    tenant.currency === "RUB" ? [{ tenant_id, id: tenant_id, name: "main", country: "RU", week: usualWeek }] : [];
  await insertRows(client, "public.working_calendar", calendars);
  await insertRows(
    client,
    "identity.membership",
    memberships.map((row) => ({ tenant_id, ...row })),
  );
  await client.query(
    `analyze ${Object.keys(tables)
      .map((table) => `public.${table}`)
      .join(", ")}`,
  );
}
