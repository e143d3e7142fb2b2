import { longDay } from "@/lib/i18n/format";
import type { Words } from "../../memory/words";
import { womenNames } from "../people";
import { answers } from "./answers";
import { calls } from "./calls";
import { facts, needs } from "./facts";
import { industries } from "./industries";
import { incoming, meetings, missed, notes, outgoing, privateNotes, promises } from "./messages";

const women = new Set<string>(womenNames);

export const russian: Words = {
  isWoman: (name) => women.has(name),
  weekdays: ["понедельника", "вторника", "среды", "четверга", "пятницы"],
  weekdaysOn: ["понедельник", "вторник", "среду", "четверг", "пятницу"],
  months: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" "),
  monthForms: (month) => {
    const stem = month.replace(/[ьй]$/, "");
    const soft = /[ьй]$/.test(month);
    return {
      month_gen: stem + (soft ? "я" : "а"),
      month_dat: stem + (soft ? "ю" : "у"),
      month_loc: `${stem}е`,
    };
  },
  dayOf: (on) => longDay(on, "ru"),
  money: (minor) => {
    const roubles = minor / 100;
    return roubles >= 1_000_000
      ? `${(Math.round(roubles / 100_000) / 10).toString().replace(".", ",")} млн ₽`
      : `${Math.max(5, Math.round(roubles / 5_000) * 5)} тыс. ₽`;
  },
  quote: (name) => name.replaceAll("«", "„").replaceAll("»", "“"),
  topics: {
    order: "заказ",
    delivery: "доставка",
    price: "цены",
    payment: "оплата",
    complaint: "претензия",
    range: "ассортимент",
    season: "сезон",
    contract: "договор",
    rival: "конкурент",
    silence: "пауза",
    growth: "рост",
    start: "знакомство",
    papers: "документы",
    people: "личное",
  },
  calls,
  incoming,
  outgoing,
  meetings,
  notes,
  privateNotes,
  missed,
  asides: ["Из личного: {fact}.", "Между делом: {fact}.", "Поговорили и не о делах: {fact}."],
  rivals: ["Базис Снаб", "Вереск-Опт", "Торговый альянс Юнион", "Северная упаковка", "Снабсервис-7"],
  promises,
  facts,
  needs,
  answers,
  industries,
  paymentTags: { "отсрочка 30 дней": 30, предоплата: 0 },
  sources: { document: "приложение к договору", own: "наш учёт" },
  bankAccount: (ordinal) => `40702810 00000 ${String(ordinal).padStart(7, "0")}, банк «Полюс»`,
  streets:
    "Заводская Складская Промышленная Советская Садовая Лесная Вокзальная Набережная Строителей Мира Победы Речная Южная Полевая".split(
      " ",
    ),
  address: (city, street, house, kind) =>
    `г. ${city}, ул. ${street}, д. ${house}${kind === "delivery" ? `, стр. ${(house % 4) + 1}` : kind === "office" ? `, офис ${house * 3}` : ""}`,
  addressNames: {
    delivery: ["Основной склад", "Склад № 2", null, "Распределительный центр"],
    office: ["Офис", null],
    store: ["Магазин на углу", "Точка у рынка", null],
  },
  addressTerms: [
    "Звонить за час, ворота со двора.",
    "Пропуск накануне до 17:00.",
    "Паллеты не выше 1,5 м, боковая разгрузка.",
    "Приёмка поштучно, закладывать полтора часа.",
    "Зимой подъезд только со стороны железной дороги.",
  ],
  partners: [
    [
      "ТК «Северный экспресс»",
      "logistics",
      "Москва",
      "Возит за Урал, еженедельные рейсы.",
      [
        ["Максим Долин", "диспетчер"],
        ["Юлия Ершова", "менеджер по тарифам"],
      ],
    ],
    ["Терминал «Байкал-Склад»", "logistics", "Иркутск", null, [["Баир Гомбоев", "начальник терминала"]]],
    ["Дальневосточные перевозки «Маяк»", "logistics", "Владивосток", null, [["Оксана Лукашова", "координатор"]]],
    [
      "Типография «Оттиск»",
      "contractor",
      "Тверь",
      "Печать упаковки под марку клиента.",
      [
        ["Роман Сомов", "технолог"],
        ["Лида Панова", "менеджер"],
      ],
    ],
    [
      "Монтаж-Сервис «Дозатор»",
      "contractor",
      "Москва",
      "Ставит и чинит дозирующие системы.",
      [["Игорь Ветров", "бригадир"]],
    ],
    [
      "Лаборатория «Проба»",
      "contractor",
      "Казань",
      "Протоколы испытаний за три дня.",
      [["Алсу Гараева", "заведующая"]],
    ],
    [
      "Агентство «Шесть линий»",
      "ad_platform",
      "Санкт-Петербург",
      "Промо в рознице клиентов.",
      [["Ника Орехова", "аккаунт-менеджер"]],
    ],
    ["Промо-группа «Полка»", "ad_platform", "Москва", null, [["Глеб Сафин", "руководитель проектов"]]],
    [
      "Фабрика «Утренний лист»",
      "supplier",
      "Краснодар",
      "Кофе и чай под нашей маркой.",
      [["Тамара Кац", "начальник отгрузки"]],
    ],
    ["Завод упаковки «Крафт-Н»", "supplier", "Нижний Новгород", null, [["Степан Авдеев", "плановый отдел"]]],
    [
      "Факторинг «Полюс»",
      "bank",
      "Москва",
      "Финансирует отсрочку для крупных клиентов.",
      [["Эдуард Мирский", "персональный менеджер"]],
    ],
    [
      "Бюро «Нормоконтроль»",
      "consultant",
      "Москва",
      "Декларации, маркировка, ветеринарные справки.",
      [["Зинаида Попова", "эксперт"]],
    ],
  ],
  partnerNotes: [
    "Платит клиент напрямую.",
    "Через нас, в нашем счёте отдельной строкой.",
    "Договор трёхсторонний.",
    "Только в сезон.",
  ],
  partnerPhone: (ordinal) => `+7 (495) 000-70-${String(ordinal + 10)}`,
  partnerMail: (ordinal) => `partner${ordinal + 1}@partners.example`,
};
