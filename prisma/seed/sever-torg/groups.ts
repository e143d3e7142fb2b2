import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import { regions } from "../words/places";
import { trades } from "../words/trades";
import { type Draft, draft, type Names } from "./drafts";
import type { Key } from "./people";

/** Heads of groups: names that the makers of other names do not use. */
export const groupNames = [
  "Аметист",
  "Белогорье",
  "Вольный град",
  "Восточный путь",
  "Глория",
  "Горизонт Плюс",
  "Державин",
  "Единство",
  "Застава",
  "Золотой рог",
  "Камертон",
  "Крона",
  "Ларец",
  "Меридиан",
  "Модуль",
  "Невский ряд",
  "Оазис",
  "Основа",
  "Палитра",
  "Пламя",
  "Регата",
  "Реал-Холдинг",
  "Семь холмов",
  "Славия",
  "Таврида",
  "Товарищ",
  "Три кита",
  "Уют",
  "Царицын двор",
  "Ярмарка",
];

const parts = [
  "-Опт",
  " Ритейл",
  " Логистика",
  " Сервис",
  " Продукт",
  "-Регион",
  " Центр",
  " Маркет",
  " Трейд",
  " Инвест",
];

/** A group: its head and two to five companies below it, one of which may be a branch that shares the INN. */
export function groupDrafts(
  today: CalendarDate,
  random: Random,
  names: Names,
  group: string,
  size: number,
  owner: Key,
): Draft[] {
  const trade = random.pick(trades.slice(0, 8));
  const head = draft(today, random, {
    name: `ГК «${group}»`,
    legalName: `АО «${group} Холдинг»`,
    trade,
    tier: random.chance(0.6) ? "A" : "B",
    workMode: "proactive",
    owner,
  });
  names.claim(head.name);
  const suffixes = random.shuffle(parts).slice(0, size);
  const companies = suffixes.map((suffix, index) => {
    const name = group + suffix;
    names.claim(name);
    if (index > 0 && index === size - 1 && random.chance(0.4))
      return branch(today, random, names, group, companiesRegion(head), owner, head);
    const tier = random.weighted<Draft["tier"]>([
      ["A", 1],
      ["B", 6],
      ["C", 4],
    ]);
    return draft(today, random, { name, legalName: `ООО «${name}»`, trade, tier, head, owner, since: head.since });
  });
  return [head, ...companies];
}

const companiesRegion = (head: Draft) => regions.filter(({ name }) => name !== head.region.name);

function branch(
  today: CalendarDate,
  random: Random,
  names: Names,
  group: string,
  elsewhere: typeof regions,
  owner: Key,
  head: Draft,
): Draft {
  const made = draft(today, random, {
    name: "",
    region: random.pick(elsewhere),
    tier: "C",
    head,
    branch: true,
    trade: head.trade,
    owner,
    since: head.since,
  });
  const name = `${group}, филиал (${made.city})`;
  names.claim(name);
  return { ...made, name, legalName: `Филиал АО «${group} Холдинг», ${made.city}` };
}
