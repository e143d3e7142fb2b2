import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { type Role, roles } from "@/lib/domain/roles";
import { isLocale } from "@/lib/i18n/locale";
import { frozenDay, now } from "@/lib/io/clock";
import { log } from "@/lib/io/log";
import { isTransient } from "./database-errors";
import { type Ability, can, readsOnly, type SystemAbility } from "./policy";
import { Refusal } from "./refusal";
import type { JobScope, Scope, Tx } from "./scope";

const locale = z.string().transform((value) => (isLocale(value) ? value : "en"));
const opened = z.object({
  session_id: z.string().nullable(),
  person_id: z.string(),
  person_name: z.string(),
  email: z.string(),
  tenant_id: z.string().nullable(),
  tenant_name: z.string().nullable(),
  currency: z.string().nullable(),
  fiscal_start_month: z.number().nullable(),
  company_locale: locale.nullable(),
  company_zone: z.string().nullable(),
  member_id: z.string().nullable(),
  member_name: z.string().nullable(),
  roles: z.array(z.enum(roles)).nullable(),
  locale: locale.nullable(),
  zone: z.string().nullable(),
  today: z.string().nullable(),
  reach: z.enum(["few", "many", "all"]).nullable(),
  stale: z.boolean(),
});

type Opened = z.output<typeof opened>;

const inside = new AsyncLocalStorage<string>();

/** A door within a door would open a second transaction with an older view of the world: readers are plain functions of a scope instead. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const outer = inside.getStore();
  if (outer) throw new Error(`Door ${name} was opened inside door ${outer}: call the reader with the scope.`);
  return inside.run(name, work);
}

export type Entry = {
  /** The door's name, for the audit trail. */
  name: string;
  ability: Ability;
  /** export: reads as long as a whole table takes, and may leave an entry in the audit trail; what its ability may not write, it cannot. */
  mode: "read" | "write" | "export";
  session: Uint8Array<ArrayBuffer> | null;
  request: string;
  /** The company that the page was rendered for; undefined where nothing was rendered yet. */
  company?: string;
};

const TIMES = { maxWait: 2000, timeout: 15000 };
const EXPORT_TIMES = { maxWait: 2000, timeout: 900_000 };

/** Runs work as a signed-in member: one transaction that PostgreSQL itself holds to the member's tenant, reach and ability. */
export async function asMember<T>(entry: Entry, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { session } = entry;
  if (!session) throw new Refusal("signed-out");
  return alone(entry.name, () =>
    retried(() =>
      database().$transaction(
        async (db) => {
          const rows = await db.$queryRaw<unknown[]>`
            select session_id::text, person_id::text, person_name, email, tenant_id::text, tenant_name, currency, fiscal_start_month, company_locale,
              company_zone, member_id::text, member_name, roles, locale, zone, today::text, reach, stale from app.open_session(${session}, ${frozenDay()}::date)`;
          const who = rows[0] ? opened.parse(rows[0]) : null;
          if (!who) throw new Refusal("signed-out");
          if (who.stale) keepAlive(session);
          return work(await scopeOf(db, entry, who));
        },
        {
          ...(entry.mode === "export" ? EXPORT_TIMES : TIMES),
          isolationLevel: entry.mode === "write" ? "ReadCommitted" : "RepeatableRead",
        },
      ),
    ),
  );
}

/** Writes who is asking into the transaction; refuses whom the ability is not for. */
async function scopeOf(db: Tx, entry: Omit<Entry, "session"> & { patient?: true }, who: Opened): Promise<Scope> {
  if (!who.tenant_id || !who.member_id || !who.reach || !who.roles || !who.today) throw new Refusal("no-membership");
  if (entry.company !== undefined && entry.company !== who.tenant_id) throw new Refusal("other-company");
  const held: readonly Role[] = who.roles;
  if (!can(held, entry.ability)) throw new Refusal("forbidden");
  if (entry.mode === "write" && readsOnly(held)) throw new Refusal("forbidden");
  await enter(db, {
    ...entry,
    role: `reach_${who.reach}`,
    tenant: who.tenant_id,
    member: who.member_id,
    today: who.today,
  });
  return {
    db,
    company: {
      id: who.tenant_id,
      name: who.tenant_name ?? "",
      locale: who.company_locale ?? "en",
      zone: who.company_zone ?? "UTC",
      currency: who.currency ?? "RUB",
      fiscalStartMonth: who.fiscal_start_month ?? 1,
    },
    member: { id: who.member_id, name: who.member_name ?? "" },
    person: { id: who.person_id, name: who.person_name, email: who.email },
    roles: held,
    reach: who.reach,
    today: who.today,
    now: now(),
    zone: who.zone ?? "UTC",
    locale: who.locale ?? "en",
    can: (ability: Ability) => can(held, ability),
  } as Scope;
}

/** Runs a job's work as the member who started it, with the reach and the rights that they have by now. It may take an hour. */
export async function asMemberJob<T>(
  of: { name: string; ability: Ability; tenant: string; member: string },
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return alone(of.name, () =>
    retried(() =>
      database().$transaction(
        async (db) => {
          const rows = await db.$queryRaw<unknown[]>`
            select session_id::text, person_id::text, person_name, email, tenant_id::text, tenant_name, currency, fiscal_start_month, company_locale,
              company_zone, member_id::text, member_name, roles, locale, zone, today::text, reach, stale
            from app.open_member(${of.tenant}::uuid, ${of.member}::uuid, ${frozenDay()}::date)`;
          if (!rows[0]) throw new Refusal("no-membership");
          const entry = { name: of.name, ability: of.ability, mode: "write", request: "", patient: true } as const;
          return work(await scopeOf(db, entry, opened.parse(rows[0])));
        },
        { maxWait: 10_000, timeout: 3_600_000 },
      ),
    ),
  );
}

/** Runs work of the clock for a whole company. The ability limits what it may write; patient work may take a quarter of an hour. */
export async function asSystem<T>(
  { name, ability, patient }: { name: string; ability: SystemAbility; patient?: true },
  tenant: string,
  work: (scope: JobScope) => Promise<T>,
): Promise<T> {
  return alone(name, () =>
    retried(() =>
      database().$transaction(
        async (db) => {
          const [row] = await db.$queryRaw<
            { today: string }[]
          >`select identity.company_day(${tenant}::uuid, ${frozenDay()}::date)::text as today`;
          if (!row?.today) throw new Refusal("not-found");
          await enter(db, {
            name,
            ability,
            mode: "write",
            request: "",
            role: "reach_all",
            tenant,
            member: "",
            today: row.today,
          });
          return work({ db, company: { id: tenant }, today: row.today, now: now() });
        },
        { ...TIMES, timeout: patient ? 900_000 : 60_000 },
      ),
    ),
  );
}

/** Runs work before anybody is known: the bare login, which reaches nothing but the definer functions of schema identity. */
export async function asNobody<T>(name: string, work: (db: Tx) => Promise<T>): Promise<T> {
  return alone(name, () => database().$transaction(work, TIMES));
}

type Context = {
  name: string;
  ability: string;
  mode: Entry["mode"];
  request: string;
  role: string;
  tenant: string;
  member: string;
  today: string;
  /** A job's statement may take as long as it takes. */
  patient?: true;
};

/** One statement writes the whole context; a definer function could not set the role. */
async function enter(db: Tx, to: Context): Promise<void> {
  const patience = to.patient ? "0" : to.mode === "export" ? "300s" : "10s";
  await db.$executeRaw`
    select set_config('app.tenant', ${to.tenant}, true), set_config('app.member', ${to.member}, true), set_config('app.today', ${to.today}, true),
      set_config('app.ability', ${to.ability}, true), set_config('app.action', ${to.name}, true), set_config('app.request', ${to.request}, true),
      set_config('statement_timeout', ${patience}, true),
      set_config('transaction_read_only', ${to.mode === "read" ? "on" : "off"}, true), set_config('role', app.role_name(${to.role}), true)`;
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 4 || !isTransient(error)) throw error;
    }
  }
}

/** Idle time is kept on the session row at most every five minutes, outside the reader's read-only transaction. */
function keepAlive(session: Uint8Array<ArrayBuffer>): void {
  database().$executeRaw`select identity.touch_session(${session})`.catch((error: unknown) =>
    log.warn({ err: error }, "session not touched"),
  );
}
