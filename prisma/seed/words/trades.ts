// What clients do, and how that shows in their names, tags and people.

export type Trade = {
  /** As the dictionary has it. */
  industry: string;
  weight: number;
  /** Endings of a compound name: «Волга» + «снаб». */
  endings: readonly string[];
  /** Words beside a single name: «Кедр Маркет», «Гранит-Строй». */
  suffixes: readonly string[];
  /** What stands in front of a name in quotes: «Агрохолдинг «Заря»». */
  fronts: readonly string[];
};

const words = (text: string) => text.split(",").map((word) => word.trim());

export const trades: readonly Trade[] = [
  {
    industry: "Розничные сети",
    weight: 17,
    endings: words("маркет, торг, продмаг"),
    suffixes: [" Маркет", " Ритейл", "-Опт", " Плюс", " у дома"],
    fronts: words("Торговая сеть, Супермаркеты, Магазины"),
  },
  {
    industry: "Дистрибуция продуктов",
    weight: 14,
    endings: words("опт, продукт, трейд, торг"),
    suffixes: ["-Опт", " Трейд", " Дистрибуция", "-Торг"],
    fronts: words("Торговый дом, Оптовая база, Торговая компания"),
  },
  {
    industry: "Общественное питание",
    weight: 12,
    endings: words("фуд, кейтеринг"),
    suffixes: [" Фуд", " Кейтеринг"],
    fronts: words("Ресторан, Кафе, Столовые, Кофейни, Пекарня"),
  },
  {
    industry: "Сельское хозяйство",
    weight: 9,
    endings: words("агро, зерно, молоко"),
    suffixes: [" Агро", "-Агро", " Зерно"],
    fronts: words("Агрохолдинг, Агрофирма, Птицефабрика, Хозяйство"),
  },
  {
    industry: "Пищевое производство",
    weight: 11,
    endings: words("продукт, хлеб, мясо, конд"),
    suffixes: [" Продукт", "-Продукт"],
    fronts: words("Хлебозавод, Комбинат, Кондитерская фабрика, Молзавод, Пивоварня"),
  },
  {
    industry: "Строительство",
    weight: 9,
    endings: words("строй, дом, монтаж, стройинвест"),
    suffixes: ["-Строй", " Девелопмент", " Строй", "-Монтаж"],
    fronts: words("Строительная компания, Завод, СК"),
  },
  {
    industry: "Логистика и транспорт",
    weight: 7,
    endings: words("логистик, транс, экспресс, карго"),
    suffixes: [" Логистика", " Карго", "-Транс", " Экспресс"],
    fronts: words("Транспортная компания, Терминал"),
  },
  {
    industry: "Медицина и аптеки",
    weight: 7,
    endings: words("мед, фарм, аптека"),
    suffixes: ["-Мед", " Фарм", " Клиник"],
    fronts: words("Клиника, Аптеки, Медцентр, Санаторий"),
  },
  {
    industry: "Гостиницы и туризм",
    weight: 6,
    endings: words("тур, отель"),
    suffixes: [" Отель", "-Тур", " Резорт"],
    fronts: words("Гостиница, Парк-отель, База отдыха"),
  },
  {
    industry: "Промышленность",
    weight: 6,
    endings: words("металл, маш, пром, сталь, техника"),
    suffixes: [" Металл", "-Пром", " Инжиниринг"],
    fronts: words("Завод, Комбинат, Производственное объединение"),
  },
  {
    industry: "Образование и спорт",
    weight: 2,
    endings: words("спорт, старт"),
    suffixes: [" Спорт", " Фитнес"],
    fronts: words("Школа, Спортивный клуб, Лагерь"),
  },
];

/** The dictionary's tags and how often a client has each. */
export const tags: readonly (readonly [string, number])[] = [
  ["сеть", 0.1],
  ["тендер", 0.07],
  ["отсрочка 30 дней", 0.16],
  ["предоплата", 0.09],
  ["эксклюзив", 0.05],
  ["СТМ", 0.06],
  ["сезонный", 0.12],
  ["ЭДО", 0.22],
  ["самовывоз", 0.07],
  ["рекомендует нас", 0.05],
];
