import { type CalendarDate, daysBetween, laterOf } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import { randomFor } from "../random";
import type { Client } from "../rows";
import { type Habit, habitOf } from "../sales/habit";
import { MONTHS } from "../sales/orders";
import { privateWants, wants } from "../words/goods";
import type { Draft } from "./drafts";
import { SHOWN } from "./stars";

const MILLION = 1_000_000;

/** What Anna's clients are examples of. Rhythms are the point: who is late by the own measure, who only buys seldom. */
const stories: Record<string, Partial<Habit>> = {
  // Ordered every four weeks for years, ever less since the summer, and now nothing for 41 days.
  [SHOWN]: {
    yearly: 15.5 * MILLION,
    every: [28, 1],
    last: 41,
    growth: 0.06,
    turn: [150, 0.62],
    noise: 0.12,
    returns: 0.02,
  },
  // Grows by half in a year.
  "Галактика Ритейл": {
    yearly: 34 * MILLION,
    every: [7, 1],
    last: 3,
    growth: 0.48,
    noise: 0.18,
    added: ["coffee", 14, 170],
  },
  "Бест Фуд": { yearly: 21 * MILLION, every: [7, 1], last: 2, growth: 0.09, noise: 0.2, returns: 0.06 },
  "Агрохолдинг «Заря»": { yearly: 12 * MILLION, every: [14, 2], last: 9, growth: 0.12, noise: 0.3 },
  // Loses a little every quarter: a competitor carries the wrapping film.
  "Альтаир Логистика": { yearly: 9.5 * MILLION, every: [14, 2], last: 12, growth: -0.32, noise: 0.15 },
  "Вектор-Мед": { yearly: 11 * MILLION, every: [14, 1], last: 5, growth: 0.07, noise: 0.08 },
  Дальпромснаб: { yearly: 8.4 * MILLION, every: [30, 3], last: 17, growth: 0.1, noise: 0.25, currency: "CNY" },
  "Живая вода": {
    yearly: 3.1 * MILLION,
    every: [21, 2],
    last: 8,
    growth: 0.1,
    added: ["medical", 22, 120],
    noise: 0.2,
  },
  // A quarterly buyer 95 days after the last order is not late, 130 days is.
  "Золотая нива": { yearly: 2.4 * MILLION, every: [91, 1], last: 95, growth: 0.05, noise: 0.2 },
  Металлоцентр: { yearly: 2.8 * MILLION, every: [91, 1], last: 130, growth: 0, noise: 0.2 },
  // No rhythm to speak of.
  "Импульс-Сервис": { yearly: 1.6 * MILLION, every: [50, 38], last: 33, growth: 0.02, noise: 0.8 },
  Каскад: { yearly: 2.2 * MILLION, every: [30, 3], last: 14, growth: 0.04, turn: [210, 1.45] },
  // Silent for more than two years, back since ten weeks.
  "Кедр Маркет": { yearly: 2.9 * MILLION, every: [14, 2], last: 6, growth: 0.05, silence: [850, 72], noise: 0.2 },
  "Лидер-Строй": { yearly: 3.6 * MILLION, every: [30, 4], last: 21, growth: -0.22, returns: 0.3, noise: 0.4 },
  "Невский берег": { yearly: 0.62 * MILLION, every: [30, 2], last: 93, growth: -0.1, noise: 0.2 },
  Орион: { yearly: 1.1 * MILLION, every: [14, 1], last: 4, growth: 0, noise: 0.1, returns: 0 },
  "Парус-Опт": { yearly: 0.9 * MILLION, every: [30, 2], last: 151, growth: -0.35, noise: 0.2 },
};

/** How each client buys; the day of the last record for those that are in the archive. */
export function habitsOf(
  today: CalendarDate,
  clients: ReadonlyMap<Draft, Client>,
  archivedOn: ReadonlyMap<Draft, CalendarDate>,
): Map<string, Habit> {
  return new Map(
    [...clients].map(([draft, client]): [string, Habit] => {
      const random = randomFor(`sever-torg/habit/${draft.name}`);
      const records = ago(today, 0, MONTHS);
      // Whose beginning nobody wrote down has an owner from that day on, see ownership().
      const since = draft.since ?? ago(today, 1, 3);
      const from = laterOf(since, records);
      const isPerson = draft.kind === "person";
      const basket = isPerson ? privateWants : (wants[draft.trade?.industry ?? ""] ?? privateWants);
      const buyer = { tier: draft.tier, isPerson, from, basket, known: daysBetween(from, today) };
      const drawn = habitOf(buyer, MILLION, random);
      const told = draft.owner === "anna" ? stories[draft.name] : undefined;
      const habit: Habit = told
        ? { ...drawn, silence: undefined, turn: undefined, added: undefined, discount: 0.07, basket, ...told }
        : drawn;
      const ended = archivedOn.get(draft);
      if (ended) habit.last = daysBetween(ended, today) + random.int(30, 120);
      const isFarEast = draft.region.zone === "Asia/Vladivostok" && draft.tier !== "C" && !isPerson;
      return [client.id, isFarEast && random.chance(0.35) ? { ...habit, currency: "CNY" } : habit];
    }),
  );
}
