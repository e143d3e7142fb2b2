import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { type NextBirthday, nextBirthday } from "@/lib/domain/birthday";
import { type CallReason, contractReason, rhythmReason, touchReasons } from "@/lib/domain/call-reasons";
import { type ClientStep, clientSteps } from "@/lib/domain/client-steps";
import { type Coverage, coverageOf } from "@/lib/domain/coverage";
import { type AddressRow, listAddresses } from "@/lib/features/addresses/queries";
import { type ContactRow, listContacts } from "@/lib/features/contacts/queries";
import { listNeeds, type NeedRow } from "@/lib/features/needs/queries";
import { listNumbers, type NumberRow } from "@/lib/features/numbers/queries";
import { type ClientPartnerRow, listClientPartners } from "@/lib/features/partners/queries";
import { listProfile, type Profile } from "@/lib/features/profile/queries";
import { type PlanMarks, planOf } from "@/lib/features/progress/queries/client-plans";
import { type SalesSummary, salesSummary } from "@/lib/features/sales/queries/summary";
import { listTimeline, type Timeline } from "@/lib/features/timeline/queries";
import { type TouchState, touchStates } from "@/lib/features/touches/queries";
import { type LastTalk, lastTalk } from "@/lib/features/touches/queries/last-talk";
import type { Locale } from "@/lib/i18n/locale";
import { type ClientView, clientView } from "./queries/client-view";

export type { ClientView };

/** A birthday is shown this many days ahead. */
const BIRTHDAYS_AHEAD = 60;
/** So many entries of the timeline. */
const LATELY = 8;

export type Birthday = NextBirthday & { contactId: string; name: string };
export type ClientOverview = {
  client: ClientView;
  contacts: ContactRow[];
  birthdays: Birthday[];
  /** Null where there are no levels: a client that is one human. */
  coverage: Coverage | null;
  /** Those that are not closed, oldest first. */
  needs: NeedRow[];
  heard: LastTalk;
  touch: TouchState | null;
  sales: SalesSummary;
  /** The plan of the running year and month; null where there is neither plan nor sale. */
  plan: PlanMarks | null;
  /** The newest of the timeline. */
  story: Timeline;
  steps: ClientStep[];
  /** The zone in which the reader is told a time. */
  zone: string;
};
export type ClientPeople = {
  client: ClientView;
  contacts: ContactRow[];
  /** Null where there are no levels: a client that is one human. */
  coverage: Coverage | null;
  partners: ClientPartnerRow[];
  me: { id: string; name: string };
};
export type ClientBusiness = {
  client: ClientView;
  numbers: NumberRow[];
  profile: Profile;
  needs: NeedRow[];
  addresses: AddressRow[];
  people: { id: string; name: string }[];
};

const living = (contacts: readonly ContactRow[]) => contacts.filter(({ archived }) => !archived);

function coverageAt(client: ClientView, contacts: readonly ContactRow[]): Coverage | null {
  if (client.kind === "person") return null;
  return coverageOf(
    living(contacts).map(({ level, ties }) => ({ level, knownBy: ties.map(({ memberId }) => memberId) })),
  );
}

export const loadClient = query(
  "client:read",
  async function loadClient(scope, clientId: string, locale: Locale = scope.locale): Promise<ClientOverview> {
    const client = await clientView(scope, clientId);
    const contacts = living(await listContacts(scope, clientId));
    const needs = (await listNeeds(scope, clientId)).filter(({ closedOn }) => closedOn === null);
    const heard = await lastTalk(scope, clientId);
    const touch = (await touchStates(scope, [clientId])).get(clientId) ?? null;
    const sales = await salesSummary(scope, clientId);
    const plan = (await planOf(scope, [clientId])).get(clientId) ?? null;
    // Promises have their own place on this page.
    const filter = { kind: null, before: null };
    const story = await listTimeline(scope, { clientId, filter, locale, size: LATELY, without: "promises" });
    const birthdays = birthdaysOf(contacts, scope.today);
    const coverage = coverageAt(client, contacts);
    const steps = clientSteps({
      latePromises: lateOf(heard.promises, "ours"),
      lateTheirs: lateOf(heard.promises, "theirs"),
      calls: callsOf(client, touch, sales),
      birthdays,
      unanswered: needs.filter(({ status, offer }) => status === "open" && !offer),
      staleNumbers: client.numbers.filter(({ freshness }) => freshness.state === "stale").map(({ name }) => name),
      coverage,
      profile: client.profile,
    });
    return { client, contacts, birthdays, coverage, needs, heard, touch, sales, plan, story, steps, zone: scope.zone };
  },
);

function callsOf(client: ClientView, touch: TouchState | null, { rhythm }: SalesSummary): CallReason[] {
  const silence = rhythmReason(rhythm, client.today, null);
  return [
    ...(silence ? [silence] : []),
    ...(client.ending ? [contractReason(client.ending, client.today)] : []),
    ...(touch ? touchReasons(touch) : []),
  ];
}

function lateOf(promises: LastTalk["promises"], whose: "ours" | "theirs"): number[] {
  return promises.flatMap(({ side, status, late }) => (side === whose && status === "open" && late > 0 ? late : []));
}

function birthdaysOf(contacts: readonly ContactRow[], today: string): Birthday[] {
  return contacts
    .flatMap(({ id, name, birthday }) => (birthday ? [{ contactId: id, name, ...nextBirthday(birthday, today) }] : []))
    .filter(({ daysAway }) => daysAway <= BIRTHDAYS_AHEAD)
    .sort((a, b) => a.daysAway - b.daysAway);
}

export const loadClientPeople = query(
  "client:read",
  async function loadClientPeople(scope, clientId: string): Promise<ClientPeople> {
    const client = await clientView(scope, clientId);
    const contacts = await listContacts(scope, clientId);
    const partners = await listClientPartners(scope, clientId);
    const me = { id: scope.member.id, name: scope.member.name };
    return { client, contacts, coverage: coverageAt(client, contacts), partners, me };
  },
);

/** What is known of the client's business: figures, questionnaire, needs, addresses. */
export const loadClientBusiness = query(
  "client:read",
  async function loadClientBusiness(scope, clientId: string): Promise<ClientBusiness> {
    const client = await clientView(scope, clientId);
    const numbers = await listNumbers(scope, clientId);
    const profile = await listProfile(scope, clientId);
    const needs = await listNeeds(scope, clientId);
    const addresses = await listAddresses(scope, clientId);
    const people = living(await listContacts(scope, clientId)).map(({ id, name }) => ({ id, name }));
    return { client, numbers, profile, needs, addresses, people };
  },
);

export type ClientName = { id: string; name: string; code: string };

/** Those of the ids that are in reach, by name. For other features, which know ids only. */
export async function listClientsByIds(scope: Scope, ids: readonly string[]): Promise<ClientName[]> {
  if (ids.length === 0) return [];
  return scope.db.client.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, code: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The client when it is in reach. */
export async function findClient(scope: Scope, id: string): Promise<(ClientName & { archived: boolean }) | null> {
  const client = await scope.db.client.findFirst({
    where: { id },
    select: { id: true, name: true, code: true, archivedAt: true },
  });
  return client && { id: client.id, name: client.name, code: client.code, archived: client.archivedAt !== null };
}
