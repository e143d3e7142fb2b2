import { addDays, type CalendarDate, daysBetween } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import { type Case, firstName, ownerOn, type Scene, slotsOn } from "./casebook";
import { phrase } from "./phrase";
import type { PromiseRow } from "./rows";
import type { Told } from "./touches";

/** What was promised in some of the talks. What is long past was kept, mostly; of the last weeks some are open, and some of those late. */
export function promisesOf(one: Case, scene: Scene, told: readonly Told[], random: Random): PromiseRow[] {
  return told.flatMap(({ touch, contact }) => {
    const isTalk = touch.kind !== "note" && touch.answered && touch.direction !== "out";
    if (!isTalk || !random.chance(0.3)) return [];
    const { words, today } = scene;
    const side = random.chance(0.55) ? "ours" : "theirs";
    const text = phrase(
      random.pick(words.promises[side]),
      slotsOn(one, touch.on_day, scene, random),
      words.isWoman(firstName(contact)),
    );
    const due = addDays(touch.on_day, random.pick([1, 2, 3, 5, 7, 7, 10, 14, 21]));
    const end = fateOf(due, touch.on_day, today, random);
    const owner = end.status === "open" ? ownerOn(one, today) : touch.author_id;
    if (owner === null) return [];
    return [
      {
        id: random.uuid(),
        client_id: one.client.id,
        side,
        text,
        due_on: due,
        ...end,
        touch_id: touch.id,
        contact_id: contact?.id ?? null,
        owner_id: owner,
        created_by: touch.author_id,
        created_at: touch.happened_at,
      },
    ];
  });
}

function fateOf(
  due: CalendarDate,
  made: CalendarDate,
  today: CalendarDate,
  random: Random,
): Pick<PromiseRow, "status" | "closed_on"> {
  const late = daysBetween(due, today);
  if (late < 0) return { status: "open", closed_on: null };
  if (late < 20 && random.chance(0.4)) return { status: "open", closed_on: null };
  const status = random.weighted<PromiseRow["status"]>([
    ["kept", 78],
    ["broken", 13],
    ["released", 9],
  ]);
  const closed = addDays(due, status === "kept" ? random.pick([-1, 0, 0, 0, 1, 2]) : random.int(0, 6));
  return { status, closed_on: closed < made ? made : closed > today ? today : closed };
}
