import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Tier } from "@/lib/domain/tier";
import { ago } from "../dates";
import type { Random } from "../random";
import { regions } from "../words/places";
import { trades } from "../words/trades";
import { type Draft, draft, type Names } from "./drafts";

/** The client whose page the drawings show: handed from Глеб to Анна, with Борис as deputy. */
export const SHOWN = "Евростандарт";

type Star = [name: string, tier: Tier, industry: string, city: string];

// Анна's clients as the drawing of the book has them.
const stars: readonly Star[] = [
  ["Агрохолдинг «Заря»", "A", "Сельское хозяйство", "Воронеж"],
  ["Альтаир Логистика", "A", "Логистика и транспорт", "Москва"],
  ["Бест Фуд", "A", "Общественное питание", "Санкт-Петербург"],
  ["Вектор-Мед", "A", "Медицина и аптеки", "Казань"],
  ["Галактика Ритейл", "A", "Розничные сети", "Москва"],
  ["Дальпромснаб", "A", "Промышленность", "Хабаровск"],
  [SHOWN, "A", "Дистрибуция продуктов", "Екатеринбург"],
  ["Живая вода", "B", "Пищевое производство", "Тверь"],
  ["Золотая нива", "B", "Сельское хозяйство", "Краснодар"],
  ["Импульс-Сервис", "B", "Промышленность", "Челябинск"],
  ["Каскад", "B", "Строительство", "Самара"],
  ["Кедр Маркет", "B", "Розничные сети", "Томск"],
  ["Лидер-Строй", "B", "Строительство", "Нижний Новгород"],
  ["Металлоцентр", "B", "Промышленность", "Магнитогорск"],
  ["Невский берег", "C", "Гостиницы и туризм", "Санкт-Петербург"],
  ["Орион", "C", "Розничные сети", "Пермь"],
  ["Парус-Опт", "C", "Дистрибуция продуктов", "Ростов-на-Дону"],
];

export function starDrafts(today: CalendarDate, random: Random, names: Names): Draft[] {
  return stars.map(([name, tier, industry, city]) => {
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
    const made = draft(today, random, { ...known, ...(region && areaCode && { region, city, areaCode }) });
    return name === SHOWN ? { ...made, since: ago(today, 6, 5) } : made;
  });
}
