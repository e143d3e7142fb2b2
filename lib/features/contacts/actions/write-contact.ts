import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { YEAR_UNKNOWN } from "@/lib/domain/birthday";
import { type ChannelKind, channelKey } from "@/lib/domain/channel";
import { ringThrough } from "@/lib/domain/tree";
import { isZone } from "@/lib/domain/zone";
import { knownZones } from "@/lib/i18n/zones";
import { holdLivingClient } from "../queries/living-client";
import { contactFormValues, homeCode } from "../queries/matches";
import type { ContactFields, contactEditInput } from "../schema";

type EditedContact = z.output<typeof contactEditInput>;
type Channel = { kind: ChannelKind; value: string; valueKey: string; preferred: boolean };

/** The columns of a contact, after all that its form can get wrong. Birthdays without a known year stand in 1604 (lib/domain/birthday). */
function columnsOf(scope: Scope, input: ContactFields) {
  const { clientId: _client, channels: _channels, birthday, ...columns } = input;
  if (columns.zone !== null && !isZone(columns.zone, knownZones()))
    throw new Refusal("invalid", { fields: { zone: "not-a-zone" } });
  if (birthday !== null && birthday > scope.today)
    throw new Refusal("invalid", { fields: { birthday: "date-in-future" } });
  if (birthday !== null && birthday < "1900-01-01" && Number(birthday.slice(0, 4)) !== YEAR_UNKNOWN)
    throw new Refusal("invalid", { fields: { birthday: "date-too-far" } });
  return { ...columns, birthday: birthday && new Date(`${birthday}T00:00:00Z`) };
}

const faultOfKind: Record<ChannelKind, "not-a-phone" | "not-an-email" | "invalid"> = {
  phone: "not-a-phone",
  email: "not-an-email",
  telegram: "invalid",
  whatsapp: "invalid",
  max: "invalid",
  other: "invalid",
};

/** Channels with the form they are compared by; the same one twice is one, and at most one is preferred. */
function channelsOf(scope: Scope, input: ContactFields): Channel[] {
  const made = new Map<string, Channel>();
  for (const [at, { kind, value, preferred }] of input.channels.entries()) {
    const valueKey = channelKey(kind, value, homeCode(scope));
    if (valueKey === null) throw new Refusal("invalid", { fields: { [`channels.${at}.value`]: faultOfKind[kind] } });
    const known = [...made.values()].some((other) => other.preferred);
    made.set(`${kind} ${valueKey}`, { kind, value, valueKey, preferred: preferred && !known });
  }
  return [...made.values()];
}

/** Whom someone reports to is of the same client, and nobody stands above themselves. */
async function checkReportsTo(scope: Scope, input: ContactFields, id: string | null): Promise<void> {
  if (input.reportsToId === null) return;
  const people = await scope.db.contact.findMany({
    where: { clientId: input.clientId },
    select: { id: true, reportsToId: true },
  });
  if (!people.some((person) => person.id === input.reportsToId))
    throw new Refusal("invalid", { fields: { reportsToId: "reports-to-other-client" } });
  const above = new Map(people.map((person) => [person.id, person.reportsToId]));
  const parentsOf = (person: string) => [above.get(person)].filter((parent) => typeof parent === "string");
  if (id !== null && ringThrough(id, input.reportsToId, parentsOf))
    throw new Refusal("invalid", { fields: { reportsToId: "cycle" } });
}

export async function insertContact(scope: Scope, input: ContactFields): Promise<string> {
  // Held, so that two changes of one client's chart cannot close a ring together.
  await holdLivingClient(scope, input.clientId);
  const columns = columnsOf(scope, input);
  const channels = channelsOf(scope, input);
  await checkReportsTo(scope, input, null);
  const { id } = await scope.db.contact.create({
    data: { ...columns, clientId: input.clientId },
    select: { id: true },
  });
  await writeChannels(scope, input.clientId, id, channels);
  return id;
}

export async function rewriteContact(scope: Scope, input: EditedContact): Promise<void> {
  // Held, so that two changes of one client's chart cannot close a ring together.
  await holdLivingClient(scope, input.clientId);
  const { id: _id, version: _version, ...fields } = input;
  const columns = columnsOf(scope, fields);
  const channels = channelsOf(scope, fields);
  await checkReportsTo(scope, fields, input.id);
  const { count } = await scope.db.contact.updateMany({
    where: { id: input.id, clientId: input.clientId, version: input.version },
    data: columns,
  });
  if (count === 0) {
    const theirs = await contactFormValues(scope, input.clientId, input.id);
    if (!theirs) throw new Refusal("not-found");
    throw new Refusal("conflict", { values: { theirs: theirs.values, version: theirs.version, mine: fields } });
  }
  await writeChannels(scope, input.clientId, input.id, channels);
}

/** Only what differs is written, so that the audit trail says what changed. */
async function writeChannels(scope: Scope, clientId: string, contactId: string, wanted: Channel[]): Promise<void> {
  const standing = await scope.db.contactChannel.findMany({
    where: { clientId, contactId },
    select: { id: true, kind: true, value: true, valueKey: true, preferred: true },
  });
  const same = (a: Channel, b: (typeof standing)[number]) =>
    a.kind === b.kind && a.value === b.value && a.valueKey === b.valueKey && a.preferred === b.preferred;
  const gone = standing.filter((row) => !wanted.some((channel) => same(channel, row)));
  const fresh = wanted.filter((channel) => !standing.some((row) => same(channel, row)));
  if (gone.length > 0)
    await scope.db.contactChannel.deleteMany({ where: { clientId, contactId, id: { in: gone.map(({ id }) => id) } } });
  if (fresh.length > 0)
    await scope.db.contactChannel.createMany({ data: fresh.map((channel) => ({ ...channel, clientId, contactId })) });
}
