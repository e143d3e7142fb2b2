import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { ownZone, touchFormValues } from "../queries/touch-form";
import type { TouchFields } from "../schema";

// The author's clock may run a little ahead of the server's.
const LEEWAY = 2 * 60_000;

type When = { at: Date; onDay: string };

/**
 * The moment that a day and a time of day in the author's zone mean, and the company's day of it. Later than now is refused: it has not
 * happened.
 */
async function momentOf(scope: Scope, { day, time }: Pick<TouchFields, "day" | "time">): Promise<When> {
  const zone = ownZone(scope);
  const [row] = await scope.db.$queryRaw<(When & { early: boolean })[]>`
    with asked as (select ${scope.now}::timestamptz present, ${day}::date wanted), meant as (
      select present, wanted, case when ${time} <> '' then (wanted + nullif(${time}, '')::time) at time zone ${zone}
        when wanted = (present at time zone ${zone})::date then present
        else (wanted + time '12:00') at time zone ${zone} end at from asked)
    select at, least((at at time zone ${scope.company.zone})::date, ${scope.today}::date)::text "onDay",
      wanted > (present at time zone ${zone})::date early from meant`;
  if (!row) throw new Refusal("bug");
  if (row.early) throw new Refusal("invalid", { fields: { day: "date-in-future" } });
  if (row.at.getTime() > scope.now.getTime() + LEEWAY)
    throw new Refusal("invalid", { fields: { time: "date-in-future" } });
  return row;
}

function columnsOf(input: TouchFields, when: When) {
  const { clientId, kind, subject, text, topics, minutes } = input;
  const known = new Map(topics.map((topic) => [topic.toLowerCase(), topic]));
  return {
    ...{ clientId, kind, subject, text, minutes, private: input.private },
    direction: kind === "meeting" || kind === "note" ? "both" : input.direction,
    answered: kind === "call" || kind === "meeting" ? input.answered : true,
    topics: [...known.values()],
    happenedAt: when.at,
    onDay: new Date(`${when.onDay}T00:00:00Z`),
  };
}

async function refuseArchived(scope: Scope, clientId: string): Promise<void> {
  const client = await scope.db.client.findFirst({ where: { id: clientId }, select: { archivedAt: true } });
  if (!client) throw new Refusal("not-found");
  if (client.archivedAt) throw new Refusal("archived");
}

/** Writes a touch with its people and promises; answers its id. */
export async function insertTouch(scope: Scope, input: TouchFields): Promise<string> {
  await refuseArchived(scope, input.clientId);
  const when = await momentOf(scope, input);
  const { id } = await scope.db.touch.create({ data: columnsOf(input, when), select: { id: true } });
  await writePeople(scope, input.clientId, id, input.contactIds);
  await addPromises(scope, id, input);
  return id;
}

/** Only its author changes what a touch says. Promises that are named are new ones: those made before live on their own. */
export async function rewriteTouch(scope: Scope, of: { id: string; version: number }, input: TouchFields) {
  await refuseArchived(scope, input.clientId);
  const when = await momentOf(scope, input);
  const { clientId: _client, ...columns } = columnsOf(input, when);
  const { count } = await scope.db.touch.updateMany({
    where: { id: of.id, clientId: input.clientId, version: of.version, authorId: scope.member.id, deletedAt: null },
    data: columns,
  });
  if (count === 0) {
    const theirs = await touchFormValues(scope, of.id);
    if (!theirs || theirs.values.clientId !== input.clientId) throw new Refusal("not-found");
    if (!theirs.mine) throw new Refusal("forbidden");
    throw new Refusal("conflict", { values: { theirs: theirs.values, version: theirs.version } });
  }
  await writePeople(scope, input.clientId, of.id, input.contactIds);
  await addPromises(scope, of.id, input);
}

async function writePeople(scope: Scope, clientId: string, touchId: string, wanted: readonly string[]): Promise<void> {
  const standing = await scope.db.touchContact.findMany({ where: { clientId, touchId }, select: { contactId: true } });
  const known = new Set(standing.map(({ contactId }) => contactId));
  const gone = [...known].filter((id) => !wanted.includes(id));
  const fresh = [...new Set(wanted)].filter((id) => !known.has(id));
  if (gone.length > 0)
    await scope.db.touchContact.deleteMany({ where: { clientId, touchId, contactId: { in: gone } } });
  if (fresh.length > 0)
    await scope.db.touchContact.createMany({ data: fresh.map((contactId) => ({ clientId, touchId, contactId })) });
}

async function addPromises(scope: Scope, touchId: string, { clientId, contactIds, promises }: TouchFields) {
  if (promises.length === 0) return;
  // With one person at the table it is plain whose promise it is.
  const contactId = contactIds.length === 1 ? contactIds[0] : null;
  await scope.db.clientPromise.createMany({
    data: promises.map(({ side, text, dueOn }) => ({
      ...{ clientId, touchId, contactId, side, text },
      dueOn: new Date(`${dueOn}T00:00:00Z`),
    })),
  });
}
