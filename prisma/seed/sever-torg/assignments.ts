import { addDays, addMonths, type CalendarDate, daysBetween, laterOf } from "@/lib/domain/calendar-date";
import { ago, monday } from "../dates";
import { type Random, randomFor } from "../random";
import type { Assignment, Client, Member } from "../rows";
import type { Book } from "./book";
import type { Draft } from "./drafts";
import type { Key } from "./people";
import { SHOWN } from "./stars";

type Members = Record<Key, Member>;
type World = { today: CalendarDate; members: Members; random: Random };

/** The CRM's first day: what was before it nobody wrote down. */
const FIRST_YEARS = 8;

export function assignmentRows(
  today: CalendarDate,
  book: Book,
  clients: ReadonlyMap<Draft, Client>,
  members: Members,
  archivedOn: ReadonlyMap<Draft, CalendarDate>,
): Assignment[] {
  const world = { today, members, random: randomFor("sever-torg/assignments") };
  const idOf = (draft: Draft) => clients.get(draft)?.id ?? "";
  const owned = book.owned.flatMap((draft) => ownership(draft, idOf(draft), world));
  const left = members.gone.left_on;
  const dropped = book.unassigned
    .slice(0, 3)
    .map((draft) => row(world, idOf(draft), "gone", ago(today, 3), left, null));
  const closed = [...archivedOn].map(([draft, day]) =>
    row(world, idOf(draft), "zhanna", draft.since ?? ago(today, 3), day, null),
  );
  const planned = plannedMoves(owned, book, idOf, world);
  const rows = [...owned, ...planned, ...dropped, ...closed, ...standIns(book, idOf, world)];
  return withSpecialists(rows, book, idOf, world);
}

function row(
  { members, random }: World,
  client_id: string,
  who: Key,
  starts_on: CalendarDate,
  ends_on: CalendarDate | null,
  reason: string | null,
  role: Assignment["role"] = "primary",
): Assignment {
  return {
    id: random.uuid(),
    client_id,
    member_id: members[who].id,
    role,
    starts_on,
    ends_on,
    share: role === "primary" ? 100 : 0,
    reason,
  };
}

/** Today's owner and, for most older clients, the one before. */
function ownership(draft: Draft, client: string, world: World): Assignment[] {
  const { today, members, random } = world;
  const owner = draft.owner ?? "anna";
  if (draft.name === SHOWN) {
    const handed = ago(today, 2, 5);
    return [
      row(world, client, "gleb", ago(today, 6, 5), handed, null),
      row(world, client, "anna", handed, null, "перераспределение портфелей"),
    ];
  }
  const crm = ago(today, FIRST_YEARS);
  const since = draft.since ?? ago(today, 1, 3);
  const start = laterOf(since, crm);
  const joined = members[owner].joined_on;
  if (start >= joined && !random.chance(0.22)) return [row(world, client, owner, start, null, null)];
  const handover = handoverDay(start < joined ? addDays(joined, 14) : addDays(start, 45), world);
  const before = handover && previousOwner(owner, start, handover.on, world);
  if (!handover || !before) return [row(world, client, owner, laterOf(start, joined), null, null)];
  const leaving = before === "gone" && handover.on === members.gone.left_on;
  const reason = leaving
    ? "увольнение менеджера"
    : random.pick(["перераспределение портфелей", "по просьбе клиента", "перераспределение портфелей"]);
  return [row(world, client, before, start, handover.on, null), row(world, client, owner, handover.on, null, reason)];
}

// Four in ten are handed over on the day on which Кирилл Дёмин left, the others on the first of some month.
function handoverDay(earliest: CalendarDate, { today, members, random }: World): { on: CalendarDate } | null {
  const left = members.gone.left_on;
  if (left && left > earliest && random.chance(0.4)) return { on: left };
  const days = daysBetween(earliest, addDays(today, -20));
  if (days <= 31) return null;
  const on = addMonths(`${addDays(earliest, random.int(0, days - 31)).slice(0, 7)}-01`, 1);
  return { on };
}

function previousOwner(
  owner: Key,
  start: CalendarDate,
  handover: CalendarDate,
  { members, random }: World,
): Key | null {
  const there = (["gone", "gone", "gleb", "zhanna", "boris"] as const).filter((key) => {
    const { joined_on, left_on } = members[key];
    return key !== owner && joined_on <= start && (left_on === null || handover <= left_on);
  });
  const left = members.gone.left_on;
  return handover === left ? (there.includes("gone") ? "gone" : null) : there.length > 0 ? random.pick(there) : null;
}

/** Three of Захар's clients go to Жанна on the first of next month. */
function plannedMoves(
  rows: readonly Assignment[],
  book: Book,
  idOf: (draft: Draft) => string,
  world: World,
): Assignment[] {
  const on = `${addMonths(world.today, 1).slice(0, 7)}-01`;
  const chosen = book.owned.filter(({ owner, tier, head }) => owner === "zakhar" && tier === "B" && !head).slice(0, 3);
  return chosen.map((draft) => {
    const client = idOf(draft);
    for (const one of rows)
      if (one.client_id === client && one.role === "primary" && one.ends_on === null) one.ends_on = on;
    return row(world, client, "zhanna", on, null, "перераспределение портфелей");
  });
}

/** Вера is away now, and Анна's client of the drawings has a deputy too; Жанна and Анна were away some months ago. */
function standIns(book: Book, idOf: (draft: Draft) => string, world: World): Assignment[] {
  const { today } = world;
  const big = (owner: Key, count: number) =>
    book.owned
      .filter(
        (draft) =>
          draft.owner === owner &&
          (draft.tier === "A" || draft.tier === "B") &&
          draft.name !== SHOWN &&
          isOld(draft, today),
      )
      .slice(0, count);
  const away = (owner: Key, deputy: Key, count: number, from: CalendarDate, to: CalendarDate) =>
    big(owner, count).map((draft) => row(world, idOf(draft), deputy, from, to, "отпуск", "deputy"));
  const shown = book.owned.filter((draft) => draft.name === SHOWN);
  return [
    ...away("vera", "boris", 24, monday(today, -1), monday(today, 2)),
    ...away("zhanna", "zakhar", 20, monday(today, -22), monday(today, -20)),
    ...away("anna", "boris", 12, monday(today, -18), monday(today, -16)),
    ...shown.map((draft) => row(world, idOf(draft), "boris", monday(today, -1), monday(today, 3), "отпуск", "deputy")),
  ];
}

const isOld = (draft: Draft, today: CalendarDate) => draft.since !== null && draft.since < ago(today, 1);

/** Forty-odd large clients have a specialist, some with a tenth of the credit, which then the owner does not have. */
function withSpecialists(rows: Assignment[], book: Book, idOf: (draft: Draft) => string, world: World): Assignment[] {
  const { random, today } = world;
  const chosen = random.shuffle(book.owned.filter((draft) => draft.tier === "A" && isOld(draft, today))).slice(0, 44);
  const added = chosen.flatMap((draft, index) => {
    const owner = rows.find((one) => one.client_id === idOf(draft) && one.role === "primary" && one.ends_on === null);
    if (!owner) return [];
    const from = owner.starts_on < ago(today, 1) ? ago(today, 0, random.int(3, 11)) : owner.starts_on;
    const specialist = row(
      world,
      owner.client_id,
      index % 2 === 0 ? "expert1" : "expert2",
      from,
      null,
      null,
      "specialist",
    );
    if (index % 3 === 0) [specialist.share, owner.share] = [10, 90];
    return [specialist];
  });
  return [...rows, ...added];
}
