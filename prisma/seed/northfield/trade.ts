import { type CalendarDate, daysBetween, laterOf } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import { randomFor } from "../random";
import type { Assignment, Client, Company, Industry, Member } from "../rows";
import { contractsOf, type Story, type Terms } from "../sales/contracts";
import { catalogueOf } from "../sales/goods";
import { type Habit, habitOf } from "../sales/habit";
import { ledgerOf } from "../sales/ledger";
import { type Market, MONTHS, papersOf } from "../sales/orders";
import { rateOn, ratesOf } from "../sales/rates";
import { goods, wants } from "../words/northfield-goods";

type Trade = Pick<Company["tables"], "product_group" | "product" | "rate" | "contract" | "sale_line">;

/** A company of Northfield's size sells a tenth of the demo distributor's figures, in dollars. */
const SCALE = 100_000;
const currencies: Record<string, number> = { CAD: 0.73 };

/** What Owen's clients are examples of, as in the other company. */
const stories: Record<string, Partial<Habit>> = {
  // Every two weeks for years; nothing for 26 days.
  "Brightwater Clinics": { yearly: 610_000, every: [14, 1], last: 26, growth: 0.04, turn: [120, 0.7], noise: 0.12 },
  "Cedar Hollow Foods": {
    yearly: 980_000,
    every: [7, 1],
    last: 3,
    growth: 0.42,
    added: ["coffee", 14, 150],
    noise: 0.18,
  },
  "Kestrel Packaging": { yearly: 190_000, every: [14, 2], last: 11, growth: -0.34, noise: 0.15 },
  "Fairmeadow Senior Care": { yearly: 240_000, every: [30, 2], last: 12, growth: 0.06, noise: 0.1, returns: 0.08 },
  // A quarterly buyer who is not late, and one who is.
  "Oak Hollow Schools Supply": { yearly: 70_000, every: [91, 1], last: 95, growth: 0.03, noise: 0.2 },
  "Pine Barrel Brewing": { yearly: 52_000, every: [91, 1], last: 130, growth: 0, noise: 0.2 },
  "Silver Birch Spas": { yearly: 38_000, every: [30, 2], last: 96, growth: -0.1, noise: 0.2 },
  "Summit Row Outfitters": { yearly: 60_000, every: [14, 2], last: 5, growth: 0.05, silence: [850, 70], noise: 0.2 },
  "Thistle & Rye Kitchens": { yearly: 45_000, every: [14, 1], last: 4, growth: 0, noise: 0.1, returns: 0 },
  "Maple Quay Seafood": { currency: "CAD" },
  "Eastlake Grocers": { yearly: 260_000, every: [21, 2], last: 9, growth: 0.1, currency: "CAD" },
};

/** Months since they came, where the story needs it. */
export const knownMonths: Record<string, number> = {
  "Brightwater Clinics": 58,
  "Cedar Hollow Foods": 44,
  "Kestrel Packaging": 63,
  "Fairmeadow Senior Care": 37,
  "Oak Hollow Schools Supply": 52,
  "Pine Barrel Brewing": 40,
  "Silver Birch Spas": 35,
  "Summit Row Outfitters": 49,
  "Thistle & Rye Kitchens": 1,
  "Eastlake Grocers": 33,
};

const terms: Terms = {
  draft: "Draft with the client's legal team.",
  signed: [
    "Net 30, prices reviewed each quarter.",
    "Net 45, freight prepaid over $1,500.",
    "2 % rebate at year end.",
    "Auto-renews unless cancelled 30 days ahead.",
  ],
  number: (ordinal, day) => `NF-${day.slice(2, 4)}-${String(ordinal).padStart(3, "0")}`,
};
const contracts: Record<string, Story> = {
  "Brightwater Clinics": {
    number: "NF-118",
    months: 12,
    ends: 25,
    note: "6 % discount, net 30. No auto-renewal: a new contract is needed.",
  },
  "Cedar Hollow Foods": { number: "NF-097", months: 24, ends: 300, note: "3 % rebate above $900k a year." },
  "Fairmeadow Senior Care": {
    number: "NF-104",
    months: 12,
    ends: 53,
    note: "Auto-renews unless cancelled 30 days ahead.",
  },
};

export function tradeOf(
  today: CalendarDate,
  clients: readonly Client[],
  industries: readonly Industry[],
  assignments: readonly Assignment[],
  sellers: readonly Member[],
): Trade {
  const catalogue = catalogueOf(goods, randomFor("northfield/goods"));
  const market: Market = {
    today,
    catalogue,
    inflation: 0.03,
    rateOn: (currency, day) => rateOn(currencies[currency] ?? 1, day),
    hasLongNewYear: false,
  };
  const records = ago(today, 0, MONTHS);
  const owned = new Set(assignments.map(({ client_id }) => client_id));
  const buyers = clients.map((client) => {
    const from = laterOf(client.since ?? records, records);
    const basket = wants[industries.find(({ id }) => id === client.industry_id)?.name ?? ""] ?? [];
    const drawn = habitOf(
      { tier: client.tier, isPerson: false, from, basket, known: daysBetween(from, today) },
      SCALE,
      randomFor(`northfield/habit/${client.name}`),
    );
    const told = stories[client.name];
    const habit: Habit = told
      ? { ...drawn, silence: undefined, turn: undefined, added: undefined, basket, ...told }
      : drawn;
    return { client, habit };
  });
  const parties = buyers.flatMap(({ client, habit }) => {
    const yearly = (habit.yearly * 100) / (currencies[habit.currency ?? ""] ?? 1);
    const party = {
      client,
      from: habit.from,
      yearly,
      currency: habit.currency ?? "USD",
      story: contracts[client.name],
    };
    return owned.has(client.id) ? [party] : [];
  });
  const books = {
    letters: ["INV", "CR"] as const,
    assignments,
    sellersOn: (day: CalendarDate, owner: string) =>
      sellers.filter(({ id, joined_on }) => id !== owner && joined_on <= day).map(({ id }) => id),
    named: 0.02,
  };
  return {
    product_group: catalogue.groups,
    product: catalogue.products,
    rate: ratesOf(currencies, records, today, randomFor("northfield/rates")),
    contract: contractsOf(today, parties, terms, randomFor("northfield/contracts")),
    sale_line: ledgerOf(
      buyers.map(({ client, habit }) => ({
        clientId: client.id,
        currency: habit.currency ?? "USD",
        papers: papersOf(habit, market, randomFor(`northfield/sales/${client.name}`)),
      })),
      books,
      randomFor("northfield/ledger"),
    ),
  };
}
