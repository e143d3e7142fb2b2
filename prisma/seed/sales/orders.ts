import { addDays, type CalendarDate, daysBetween, monthOf, weekday } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import type { Product } from "../rows";
import type { Catalogue, Shelf, Ware } from "./goods";
import { around, type Habit } from "./habit";

/** How long back the demo's sales go. */
export const MONTHS = 30;
const DAYS = 912;

/** One shipment or return, before it has a number, an owner and a source. */
export type Paper = { day: CalendarDate; isReturn: boolean; lines: PaperLine[] };
export type PaperLine = {
  product: Product;
  quantity: number;
  /** Minor units of the currency in which the client pays, at `rate` to the company's. */
  amount: number;
  rate: number;
  cost: number | null;
};

export type Market = {
  today: CalendarDate;
  catalogue: Catalogue;
  /** How much dearer everything gets in a year, as a share. */
  inflation: number;
  /** The company's own units for one of that currency on a day. */
  rateOn: (currency: string, day: CalendarDate) => number;
  /** Where a week ends with its Friday and a year begins with ten days off. */
  hasLongNewYear: boolean;
};

export function papersOf(habit: Habit, market: Market, random: Random): Paper[] {
  const favourites = new Map<string, readonly Ware[]>();
  return orderDays(habit, market, random).flatMap((day) => {
    const order = orderOn(day, habit, market, favourites, random);
    return random.chance(habit.returns) ? [order, ...returnOf(order, habit, market, random)] : [order];
  });
}

/** From the last order backwards, so that the days since it are what the habit says. Oldest first. */
function orderDays({ every, last, from, silence }: Habit, market: Market, random: Random): CalendarDate[] {
  const { today } = market;
  const oldest = Math.min(DAYS, daysBetween(from, today));
  const [gap, give] = every;
  const days: CalendarDate[] = [];
  for (let back = last; back <= oldest; back += Math.max(2, gap + random.int(-give, give))) {
    const isQuiet = silence !== undefined && back <= silence[0] && back >= silence[1];
    const day = addDays(today, -back);
    if (!isQuiet) days.push(back === last ? day : workingDay(day, market.hasLongNewYear));
  }
  return [...new Set(days)].filter((day) => day >= from).reverse();
}

function workingDay(day: CalendarDate, hasLongNewYear: boolean): CalendarDate {
  const holiday = day.slice(5);
  const before = hasLongNewYear && holiday <= "01-08" ? addDays(day, -Number(holiday.slice(3))) : day;
  return addDays(before, -Math.max(0, weekday(before) - 5));
}

type Pick = { shelf: Shelf; key: string; weight: number };

function orderOn(
  day: CalendarDate,
  habit: Habit,
  market: Market,
  favourites: Map<string, readonly Ware[]>,
  random: Random,
): Paper {
  const ago = daysBetween(day, market.today);
  const { turn, added, every } = habit;
  const grown = (1 + habit.growth) ** (-ago / 365) * (turn && ago <= turn[0] ? turn[1] : 1);
  const basket = added && ago <= added[2] ? [...habit.basket, [added[0], added[1]] as const] : habit.basket;
  const shelves = basket.flatMap(([key, weight]): Pick[] => {
    const shelf = market.catalogue.shelves.get(key);
    return shelf ? [{ shelf, key, weight: weight * (shelf.season[monthOf(day) - 1] ?? 1) }] : [];
  });
  const whole = basket.reduce((sum, [, weight]) => sum + weight, 0);
  const base = ((habit.yearly * every[0]) / 365) * grown * around(random, habit.noise);
  // A new group comes on top of what was bought before, it takes nothing from it.
  const target =
    base *
    (shelves.reduce((sum, { weight }) => sum + weight, 0) /
      (whole - (basket === habit.basket ? 0 : (added?.[1] ?? 0))));
  const count = Math.min(
    random.weighted([
      [1, 16],
      [2, 34],
      [3, 30],
      [4, 20],
    ]),
    Math.max(1, Math.ceil(target / 3_000)),
  );
  const chosen = Array.from({ length: count }, () => {
    const { shelf, key } = random.weighted(shelves.map((one) => [one, one.weight] as const));
    const liked = favourites.get(key) ?? random.shuffle(shelf.wares).slice(0, 3);
    favourites.set(key, liked);
    return { shelf, ware: random.pick(liked) };
  });
  const different = [...new Map(chosen.map((one) => [one.ware, one])).values()];
  const parts = different.map(() => 0.4 + random.next());
  const sum = parts.reduce((a, b) => a + b, 0);
  const lines = different.map(({ shelf, ware }, index) =>
    lineOf({ day, ago, habit, market, shelf, ware, worth: (target * (parts[index] ?? 1)) / sum }, random),
  );
  return { day, isReturn: false, lines };
}

type Wanted = { day: CalendarDate; ago: number; habit: Habit; market: Market; shelf: Shelf; ware: Ware; worth: number };

function lineOf({ day, ago, habit, market, shelf, ware, worth }: Wanted, random: Random): PaperLine {
  const price = ware.price * (1 + market.inflation) ** (-ago / 365) * (1 - habit.discount);
  const quantity = Math.max(1, Math.round(worth / price));
  const rate = habit.currency ? market.rateOn(habit.currency, day) : 1;
  const each = Math.round((price / rate) * 20) * 5;
  const amount = quantity * each;
  const known = random.chance(0.94);
  const margin = shelf.margin - habit.discount / 2 + (random.next() - 0.5) * 0.08;
  return {
    product: ware.product,
    quantity,
    amount,
    rate,
    cost: known ? Math.round(amount * rate * (1 - margin)) : null,
  };
}

/** A part of one line comes back some days later, at the price of its sale and the rate of its own day. */
function returnOf({ day, lines }: Paper, { currency }: Habit, { today, rateOn }: Market, random: Random): Paper[] {
  const back = addDays(day, random.int(2, 16));
  const line = random.pick(lines);
  if (back > today) return [];
  const share = random.pick([0.1, 0.2, 0.25, 0.5]);
  const quantity = Math.max(1, Math.round(line.quantity * share));
  const part = quantity / line.quantity;
  const cost = line.cost === null ? null : -Math.round(line.cost * part);
  const rate = currency ? rateOn(currency, back) : 1;
  return [
    {
      day: back,
      isReturn: true,
      lines: [{ ...line, quantity: -quantity, amount: -Math.round(line.amount * part), rate, cost }],
    },
  ];
}
