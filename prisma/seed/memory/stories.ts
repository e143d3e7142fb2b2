import { addDays } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import { type Case, firstName, ownerOn, type Scene, working } from "./casebook";
import { phrase } from "./phrase";
import type { PromiseRow } from "./rows";
import { type Told, touchOf } from "./touches";
import type { Story, Tale } from "./words";

/** Touches and promises of a client whose story is written by hand. */
export function storyOf(
  one: Case,
  scene: Scene,
  story: Story,
  random: Random,
): { told: Told[]; promises: PromiseRow[] } {
  const told = story.tales.flatMap((tale) => toldAs(one, scene, tale, random));
  const owner = ownerOn(one, scene.today);
  const last = told.findLast(({ touch }) => touch.kind !== "note");
  const promises = (story.promises ?? []).flatMap(([side, text, due, status, closed]): PromiseRow[] => {
    if (owner === null) return [];
    const from =
      told.findLast(({ touch }) => touch.on_day <= addDays(scene.today, due) && touch.kind !== "note") ?? last;
    return [
      {
        id: random.uuid(),
        client_id: one.client.id,
        side,
        text,
        due_on: addDays(scene.today, due),
        status: status ?? "open",
        closed_on: status === undefined ? null : addDays(scene.today, closed ?? due),
        touch_id: from?.touch.id ?? null,
        contact_id: from?.contact?.id ?? null,
        owner_id: owner,
        created_by: owner,
        created_at: from?.touch.happened_at ?? `${addDays(scene.today, due - 7)} 12:00:00 ${scene.zone}`,
      },
    ];
  });
  return { told, promises };
}

function toldAs(one: Case, { today, zone, words }: Scene, tale: Tale, random: Random): Told[] {
  const [daysAgo, kind, index, subject, text, topics = []] = tale;
  const day = working(addDays(today, -daysAgo));
  const author = ownerOn(one, day);
  if (author === null) return [];
  const contact = one.contacts[index] ?? one.contacts[0];
  const isWoman = words.isWoman(firstName(contact));
  const isNote = kind === "note" || kind === "private";
  const touch = touchOf(
    {
      client: one.client.id,
      day,
      minute: random.int(9 * 60 + 30, 17 * 60),
      author,
      kind: isNote ? "note" : kind === "in" || kind === "out" ? "message" : kind === "missed" ? "call" : kind,
      direction: kind === "in" ? "in" : kind === "out" || kind === "missed" ? "out" : kind === "call" ? "out" : "both",
      answered: kind !== "missed",
      subject: phrase(subject, {}, isWoman),
      text: phrase(text, {}, isWoman),
      topics: [...topics],
      minutes: kind === "meeting" ? 75 : kind === "call" ? random.int(7, 26) : 5,
      private: kind === "private",
    },
    zone,
    random,
  );
  return [{ touch, contact: isNote ? undefined : contact, occasion: "order" }];
}
