import type { CalendarDate } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import { randomFor } from "../random";
import type { Assignment, Client, Contract, Member, Product, ProductGroup, Rate, SaleLine } from "../rows";
import { contractsOf, type Party, type Story, type Terms } from "../sales/contracts";
import { catalogueOf } from "../sales/goods";
import type { Habit } from "../sales/habit";
import { ledgerOf } from "../sales/ledger";
import { type Market, MONTHS, papersOf } from "../sales/orders";
import { rateOn, ratesOf } from "../sales/rates";
import { goods } from "../words/goods";
import type { Draft } from "./drafts";
import type { Key } from "./people";
import { SHOWN } from "./stars";

export type Trade = {
  product_group: ProductGroup[];
  product: Product[];
  rate: Rate[];
  contract: Contract[];
  sale_line: SaleLine[];
};

/** Roubles for one of them, in the middle of its swings. */
const currencies: Record<string, number> = { CNY: 12.6, USD: 89.4 };

const terms: Terms = {
  draft: "Проект, у юристов клиента.",
  signed: [
    "Отсрочка 30 дней, пересмотр цен раз в квартал.",
    "Отсрочка 14 дней, доставка за наш счёт от 40 000 ₽.",
    "Предоплата 50 %, самовывоз.",
    "С ретробонусом 2 % по итогам года.",
    "Подписан через ЭДО.",
    "С протоколом разногласий по штрафам за недовоз.",
  ],
  number: (ordinal, day) => `${ordinal}/${day.slice(2, 4)}`,
};

const stories: Record<string, Story> = {
  [SHOWN]: {
    number: "118",
    months: 10,
    ends: 25,
    note: "Скидка 7 %, отсрочка 14 дней. Без пролонгации: нужен новый договор.",
  },
  "Вектор-Мед": {
    number: "87/25",
    months: 12,
    ends: 52,
    note: "Отсрочка 30 дней. Пролонгируется, если никто не возразит за месяц.",
  },
  "Галактика Ритейл": { number: "41/25", months: 24, ends: 310, note: "Ретробонус 3 % при объёме от 30 млн ₽ в год." },
  Дальпромснаб: { number: "ВЭД-9", months: 12, ends: 140, note: "Расчёты в юанях по курсу на день отгрузки." },
};

export function tradeOf(
  today: CalendarDate,
  clients: ReadonlyMap<Draft, Client>,
  assignments: readonly Assignment[],
  members: Record<Key, Member>,
  habits: ReadonlyMap<string, Habit>,
): Trade {
  const catalogue = catalogueOf(goods, randomFor("sever-torg/goods"));
  const market: Market = {
    today,
    catalogue,
    inflation: 0.08,
    rateOn: (currency, day) => rateOn(currencies[currency] ?? 1, day),
    hasLongNewYear: true,
  };
  const accounts = [...clients].flatMap(([draft, { id }]) => {
    const habit = habits.get(id);
    if (!habit) return [];
    const papers = papersOf(habit, market, randomFor(`sever-torg/sales/${draft.name}`));
    return [{ clientId: id, currency: habit.currency ?? "RUB", papers }];
  });
  const books = {
    letters: ["РТ", "ВЗ"] as const,
    assignments,
    // Colleagues who took the order: everyone who was here on that day.
    sellersOn: (day: CalendarDate, owner: string) =>
      [members.boris, members.zhanna, members.gleb, members.vera, members.gone]
        .filter(({ id, joined_on, left_on }) => id !== owner && joined_on <= day && (left_on === null || day < left_on))
        .map(({ id }) => id),
    named: 0.02,
  };
  return {
    product_group: catalogue.groups,
    product: catalogue.products,
    rate: ratesOf(currencies, ago(today, 0, MONTHS), today, randomFor("sever-torg/rates")),
    contract: contractsOf(today, partiesOf(clients, habits), terms, randomFor("sever-torg/contracts")),
    sale_line: ledgerOf(accounts, books, randomFor("sever-torg/ledger")),
  };
}

// A signed contract demands an owner.
function partiesOf(clients: ReadonlyMap<Draft, Client>, habits: ReadonlyMap<string, Habit>): Party[] {
  return [...clients].flatMap(([draft, client]) => {
    const habit = habits.get(client.id);
    if (!habit || draft.owner === null || client.archived_at !== null) return [];
    const story = draft.owner === "anna" ? stories[draft.name] : undefined;
    const currency = habit.currency ?? "RUB";
    const yearly = (habit.yearly * 100) / (habit.currency ? (currencies[habit.currency] ?? 1) : 1);
    return [{ client, from: habit.from, yearly, currency, story }];
  });
}
