import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { addDays } from "@/lib/domain/calendar-date";
import { type Tier, tiers } from "@/lib/domain/tier";
import { rankToday, type TodayReason, type TodaySignal } from "@/lib/domain/today";
import { ownPlan, type PlanMarks } from "@/lib/features/progress/queries/client-plans";
import { listHeldClients } from "@/lib/features/touches/queries";
import { listDuePromises, type PromiseRow } from "@/lib/features/touches/queries/promises";
import { sources } from "./sources";

/** Promises are told this many days before they are due. */
const PROMISES_AHEAD = 7;
/** Lines of the list; whoever has more is told how many. */
const SHOWN = 40;

const clientRow = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.enum(tiers).nullable(),
  city: z.string().nullable(),
  contact: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  talk: z.object({ onDay: z.string(), text: z.string() }).nullable(),
});
type ClientRow = z.output<typeof clientRow>;

/** A client to think of today: why, whom to call, and what was talked about last. */
export type TodayRow = ClientRow & { reasons: TodayReason[] };
export type TodayDate = { clientId: string; clientName: string; reason: Extract<TodayReason, { kind: "birthday" }> };

/** A promise as the list of the week shows it. */
export type TodayPromise = PromiseRow;

export type Today = {
  today: string;
  /** Clients that the caller owns or stands in for. */
  held: number;
  rows: TodayRow[];
  /** Clients on the whole list, of which `rows` are the first. */
  total: number;
  counts: { touches: number; rhythms: number; promises: number };
  promises: PromiseRow[];
  dates: TodayDate[];
  /** How the caller's own plan stands; null without one. */
  plan: PlanMarks | null;
  currency: string;
  may: { log: boolean };
};

export const loadToday = query("client:read", async function loadToday(scope): Promise<Today> {
  return readToday(scope, SHOWN);
});

/** The day's lists; `shown`: lines of the first one at most, all of them with null. */
export async function readToday(scope: Scope, shown: number | null): Promise<Today> {
  const held = await listHeldClients(scope);
  const promises = await listDuePromises(scope, addDays(scope.today, PROMISES_AHEAD));
  const signals: TodaySignal[] = promises
    .filter(({ dueOn }) => dueOn <= scope.today)
    .map(({ clientId, side, text, late }) => ({
      clientId,
      reason: { kind: side === "ours" ? "promise-ours" : "promise-theirs", text, late },
    }));
  for (const source of sources) signals.push(...(await source(scope, held)));

  const clients = await listClientRows(scope, [...new Set(signals.map(({ clientId }) => clientId))]);
  const ranked = rankToday(
    signals,
    new Map<string, Tier | null>([...clients.values()].map(({ id, tier }) => [id, tier])),
  );
  const withReason = (kind: TodayReason["kind"]) =>
    new Set(signals.filter(({ reason }) => reason.kind === kind).map(({ clientId }) => clientId)).size;
  return {
    today: scope.today,
    held: held.length,
    rows: ranked.slice(0, shown ?? undefined).flatMap(({ clientId, reasons }) => {
      const client = clients.get(clientId);
      return client ? { ...client, reasons } : [];
    }),
    total: ranked.length,
    counts: {
      touches: withReason("touch"),
      rhythms: withReason("rhythm"),
      promises: promises.filter(({ late }) => late > 0).length,
    },
    promises,
    dates: signals
      .flatMap(({ clientId, reason }) =>
        reason.kind === "birthday" ? { clientId, clientName: clients.get(clientId)?.name ?? "", reason } : [],
      )
      .sort((a, b) => a.reason.daysAway - b.reason.daysAway || (a.clientName < b.clientName ? -1 : 1)),
    plan: held.length > 0 ? await ownPlan(scope) : null,
    currency: scope.company.currency,
    may: { log: scope.can("touch:edit") },
  };
}

/** What a line says of a client besides its reasons: the key person with a number to call, and the last word. One statement. */
async function listClientRows(scope: Scope, ids: readonly string[]): Promise<Map<string, ClientRow>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name, c.tier, c.city,
      (select jsonb_build_object('name', p.name, 'phone', (select h.value_key from contact_channel h where h.tenant_id = p.tenant_id and h.client_id = p.client_id
          and h.contact_id = p.id and h.kind = 'phone' order by h.preferred desc, h.id limit 1))
        from contact p where p.tenant_id = c.tenant_id and p.client_id = c.id and p.archived_at is null order by p.is_key desc, p.name, p.id limit 1) contact,
      (select jsonb_build_object('onDay', t.on_day, 'text', coalesce(t.subject, left(t.text, 160))) from touch t where t.tenant_id = c.tenant_id and t.client_id = c.id
        and t.deleted_at is null and t.kind <> 'note' and coalesce(t.subject, t.text) is not null order by t.happened_at desc, t.id desc limit 1) talk
    from client c where c.id = any(${[...ids]}::uuid[]) and c.archived_at is null`;
  return new Map(rows.map((row) => clientRow.parse(row)).map((client) => [client.id, client]));
}

/** The first screen of the day: today for who has clients of their own, the book for who looks after others'. */
export const loadHome = query("client:read", async function loadHome(scope): Promise<"/today" | "/book"> {
  return (await listHeldClients(scope)).length > 0 ? "/today" : "/book";
});
