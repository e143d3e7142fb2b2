import { z } from "zod";
import { publicQuery } from "@/lib/access/doors";
import { landedSecret } from "@/lib/access/landing";
import type { Tx } from "@/lib/access/scope";
import { currencies } from "@/lib/domain/currency";
import { roles } from "@/lib/domain/roles";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { zoneChoices } from "@/lib/i18n/zones";
import { now } from "@/lib/io/clock";

const demoPerson = z.object({
  company: z.string(),
  company_locale: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
});

export type DemoPerson = { name: string; email: string; role: (typeof roles)[number] };
export type DemoCompany = { name: string; locale: Locale; people: DemoPerson[] };

/** Two KAMs, two leads and one of every other role for each demo company, nobody twice; nobody at all on any other installation, because only demo companies answer. */
async function listDemo(db: Tx): Promise<DemoCompany[]> {
  const rows = await db.$queryRaw<
    unknown[]
  >`select company, company_locale, name, email, roles from identity.demo_people()`;
  const companies = new Map<string, DemoCompany>();
  for (const row of rows.map((one) => demoPerson.parse(one))) {
    const locale = isLocale(row.company_locale) ? row.company_locale : "en";
    const company = companies.get(row.company) ?? { name: row.company, locale, people: [] };
    const role = row.roles[0] ?? "kam";
    const alike = company.people.filter((person) => person.role === role).length;
    const listed = [...companies.values()].some(({ people }) => people.some(({ email }) => email === row.email));
    if (!listed && alike < (role === "kam" || role === "lead" ? 2 : 1))
      company.people.push({ name: row.name, email: row.email, role });
    companies.set(row.company, company);
  }
  return [...companies.values()];
}

async function needsFirstRun(db: Tx): Promise<boolean> {
  const [row] = await db.$queryRaw<{ needed: boolean }[]>`select identity.needs_first_run() as needed`;
  return row?.needed ?? false;
}

export const loadSignIn = publicQuery("loadSignIn", async (db) => ({
  firstRun: await needsFirstRun(db),
  demo: await listDemo(db),
}));

/** Whether this installation still waits for its first company, and what its form offers. */
export const loadFirstRun = publicQuery("loadFirstRun", async (db, locale: Locale) => ({
  needed: await needsFirstRun(db),
  zones: zoneChoices(locale, now()),
  currencies: [...currencies],
}));

const invitation = z.object({
  tenant_name: z.string(),
  name: z.string(),
  email: z.string(),
  locale: z.string(),
  known: z.boolean(),
});

export type InvitationView = { company: string; name: string; email: string; known: boolean };

/** What the link in this browser invites to; null when it is spent, revoked, too old, or was never there: one answer for all. */
export const loadInvitation = publicQuery("loadInvitation", async (db): Promise<InvitationView | null> => {
  const secret = await landedSecret("/invite");
  return secret && findInvitation(db, secret);
});

export async function findInvitation(db: Tx, secret: Uint8Array<ArrayBuffer>): Promise<InvitationView | null> {
  const [row] = await db.$queryRaw<
    unknown[]
  >`select tenant_name, name, email, locale, known from identity.find_invitation(${secret})`;
  if (!row) return null;
  const { tenant_name: company, name, email, known } = invitation.parse(row);
  return { company, name, email, known };
}

export const loadReset = publicQuery("loadReset", async (db): Promise<{ email: string } | null> => {
  const secret = await landedSecret("/reset");
  return secret && findReset(db, secret);
});

export async function findReset(db: Tx, secret: Uint8Array<ArrayBuffer>): Promise<{ email: string } | null> {
  const [row] = await db.$queryRaw<{ email: string }[]>`select email from identity.find_reset(${secret})`;
  return row ?? null;
}
