import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Tier } from "@/lib/domain/tier";
import { ago } from "../dates";
import type { Random } from "../random";
import { regions } from "../words/places";
import { trades } from "../words/trades";
import { type Draft, draft, type Names } from "./drafts";

/** The client whose page the drawings show: handed from Глеб to Анна, with Борис as deputy. */
export const SHOWN = "Евростандарт";

/** The last is how long ago the client came, in months. */
type Star = [name: string, tier: Tier, industry: string, city: string, months: number];

// Анна's clients as the drawing of the book has them.
const stars: readonly Star[] = [
  ["Агрохолдинг «Заря»", "A", "Сельское хозяйство", "Воронеж", 88],
  ["Альтаир Логистика", "A", "Логистика и транспорт", "Москва", 61],
  ["Бест Фуд", "A", "Общественное питание", "Санкт-Петербург", 74],
  ["Вектор-Мед", "A", "Медицина и аптеки", "Казань", 47],
  ["Галактика Ритейл", "A", "Розничные сети", "Москва", 39],
  ["Дальпромснаб", "A", "Промышленность", "Хабаровск", 53],
  [SHOWN, "A", "Дистрибуция продуктов", "Екатеринбург", 77],
  ["Живая вода", "B", "Пищевое производство", "Тверь", 44],
  ["Золотая нива", "B", "Сельское хозяйство", "Краснодар", 58],
  ["Импульс-Сервис", "B", "Промышленность", "Челябинск", 35],
  ["Каскад", "B", "Строительство", "Самара", 66],
  ["Кедр Маркет", "B", "Розничные сети", "Томск", 51],
  ["Лидер-Строй", "B", "Строительство", "Нижний Новгород", 42],
  ["Металлоцентр", "B", "Промышленность", "Магнитогорск", 70],
  ["Невский берег", "C", "Гостиницы и туризм", "Санкт-Петербург", 49],
  ["Орион", "C", "Розничные сети", "Пермь", 1],
  ["Парус-Опт", "C", "Дистрибуция продуктов", "Ростов-на-Дону", 63],
];

export function starDrafts(today: CalendarDate, random: Random, names: Names): Draft[] {
  return stars.map(([name, tier, industry, city, months]) => {
    names.claim(name);
    const region = regions.find(({ cities }) => cities.some(([one]) => one === city));
    const trade = trades.find((one) => one.industry === industry) ?? null;
    const areaCode = region?.cities.find(([one]) => one === city)?.[1];
    const bare = /«(.*)»/.exec(name)?.[1] ?? name;
    const known = {
      name,
      legalName: `ООО «${bare}»`,
      tier,
      trade,
      workMode: "proactive" as const,
      owner: "anna" as const,
    };
    const since = ago(today, 0, months, months === 1 ? 6 : 0);
    return draft(today, random, { ...known, since, ...(region && areaCode && { region, city, areaCode }) });
  });
}
