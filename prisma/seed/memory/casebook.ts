import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  laterOf,
  monthOf,
  weekday,
} from "@/lib/domain/calendar-date";
import { contains } from "@/lib/domain/period";
import { ago } from "../dates";
import type { Plans } from "../plans/plan-rows";
import type { Random } from "../random";
import type { Assignment, Client, Company, Contact, Contract, SaleLine } from "../rows";
import { byClient } from "../sales/ledger";
import type { ContactFact, Memory } from "./rows";
import type { Words } from "./words";

/** What is known without these words. */
export type Core = Omit<Company["tables"], keyof Memory | keyof Plans>;

/** One client with everything that what is remembered of it has to agree with. */
export type Case = {
  client: Client;
  contacts: Contact[];
  facts: ContactFact[];
  tags: readonly string[];
  assignments: Assignment[];
  lines: SaleLine[];
  contract: Contract | undefined;
  /** Days of purchases, oldest first. */
  bought: CalendarDate[];
  /** The usual days between two of them. */
  gap: number;
  /** Where the memory begins: the relationship, or the company's records. */
  from: CalendarDate;
  industry: string;
  group: string;
};

export type Scene = { today: CalendarDate; zone: string; currency: string; words: Words; core: Core };

export function casesOf({ today, core }: Scene): Case[] {
  const [contacts, assignments, lines, contracts] = [
    byClient(core.contact),
    byClient(core.assignment),
    byClient(core.sale_line),
    byClient(core.contract),
  ];
  const tagged = byClient(core.client_tag);
  const tags = new Map(core.tag.map(({ id, name }) => [id, name]));
  const groups = new Map(core.product_group.map(({ id, name }) => [id, name]));
  return core.client.map((client) => {
    const its = lines.get(client.id) ?? [];
    const bought = [...new Set(its.flatMap(({ sold_on, amount }) => (amount > 0 ? [sold_on] : [])))].sort();
    const gaps = bought
      .slice(1)
      .map((day, index) => daysBetween(bought[index] ?? day, day))
      .sort((a, b) => a - b);
    return {
      client,
      contacts: contacts.get(client.id) ?? [],
      facts: [],
      tags: (tagged.get(client.id) ?? []).map(({ tag_id }) => tags.get(tag_id) ?? ""),
      assignments: assignments.get(client.id) ?? [],
      lines: its,
      contract: contracts.get(client.id)?.find(({ status }) => status === "signed"),
      bought,
      gap: gaps[Math.floor(gaps.length / 2)] ?? 60,
      from: laterOf(client.since ?? ago(today, 1, 3), ago(today, 0, 30)),
      industry: core.industry.find(({ id }) => id === client.industry_id)?.name ?? "",
      group: groups.get(its.at(-1)?.group_id ?? "") ?? core.product_group[0]?.name ?? "",
    };
  });
}

/** Who answers for the client on a day: mostly the owner, in three of ten cases who stands in. */
export function authorOn({ assignments }: Case, day: CalendarDate, random: Random): string | null {
  const there = assignments.filter((row) => contains({ startsOn: row.starts_on, endsOn: row.ends_on }, day));
  const owner = there.find(({ role }) => role === "primary");
  const deputy = there.find(({ role }) => role === "deputy");
  return (deputy && random.chance(0.3) ? deputy : owner)?.member_id ?? null;
}

export const ownerOn = ({ assignments }: Case, day: CalendarDate): string | null =>
  assignments.find((row) => row.role === "primary" && contains({ startsOn: row.starts_on, endsOn: row.ends_on }, day))
    ?.member_id ?? null;

/** A phrase's slots as they were on a day: what they had bought by then, and what the calendar said. */
export function slotsOn(one: Case, day: CalendarDate, { words, core }: Scene, random: Random): Record<string, string> {
  const before = one.lines.filter(({ sold_on, amount }) => sold_on <= day && amount > 0);
  const line = before.length > 0 ? random.pick(before.slice(-12)) : undefined;
  const product = core.product.find(({ id }) => id === line?.product_id) ?? random.pick(core.product);
  const group = core.product_group.find(({ id }) => id === product.group_id)?.name ?? one.group;
  const other = random.pick(core.product_group).name;
  const month = words.months[monthOf(addMonths(day, 1)) - 1] ?? "";
  const ahead = Math.min(4, weekday(addDays(day, random.int(1, 3))) - 1);
  const worth = before.slice(-3).reduce((sum, { base_amount }) => sum + base_amount, 0);
  return {
    product: words.quote(product.name),
    group: random.chance(0.5) ? group : other,
    sum: words.money(Math.max(worth, 300_000)),
    month,
    ...words.monthForms(month),
    weekday: words.weekdays[ahead] ?? "",
    weekday_on: words.weekdaysOn[ahead] ?? "",
    rival: random.pick(words.rivals),
    percent: String(random.pick([2, 3, 4, 5, 7])),
    qty: String(random.int(2, 40)),
    days: String(random.int(3, 24)),
  };
}

/** The nearest working day that is not later; nobody is called in the first week of a year. */
export function working(day: CalendarDate): CalendarDate {
  const before = day.slice(5) <= "01-08" ? addDays(day, -Number(day.slice(8)) - 2) : day;
  return addDays(before, -Math.max(0, weekday(before) - 5));
}

export const firstName = (contact: Contact | undefined) => {
  const parts = contact?.name.split(" ") ?? [];
  // A private client stands as surname, name, patronymic.
  return (parts.length > 2 ? parts[1] : parts[0]) ?? "";
};
