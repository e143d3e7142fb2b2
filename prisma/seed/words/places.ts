// Regions with their tax code and time zone, and cities with their telephone code. Weights follow where the demo's clients are.

export type Region = {
  name: string;
  /** First two digits of an INN given there. */
  taxCode: string;
  zone: string;
  weight: number;
  /** City and its telephone code. */
  cities: readonly (readonly [string, string])[];
};

const region = (
  name: string,
  taxCode: string,
  zone: string,
  weight: number,
  ...cities: [string, string][]
): Region => ({
  name,
  taxCode,
  zone,
  weight,
  cities,
});

export const regions: readonly Region[] = [
  region("Москва", "77", "Europe/Moscow", 16, ["Москва", "495"]),
  region("Московская область", "50", "Europe/Moscow", 7, ["Подольск", "4967"], ["Химки", "498"], ["Коломна", "4966"]),
  region("Санкт-Петербург", "78", "Europe/Moscow", 10, ["Санкт-Петербург", "812"]),
  region("Ленинградская область", "47", "Europe/Moscow", 2, ["Гатчина", "81371"], ["Выборг", "81378"]),
  region("Тверская область", "69", "Europe/Moscow", 2, ["Тверь", "4822"]),
  region("Ярославская область", "76", "Europe/Moscow", 2, ["Ярославль", "4852"], ["Рыбинск", "4855"]),
  region("Калужская область", "40", "Europe/Moscow", 2, ["Калуга", "4842"], ["Обнинск", "48439"]),
  region("Тульская область", "71", "Europe/Moscow", 2, ["Тула", "4872"]),
  region("Воронежская область", "36", "Europe/Moscow", 4, ["Воронеж", "473"]),
  region("Нижегородская область", "52", "Europe/Moscow", 4, ["Нижний Новгород", "831"], ["Дзержинск", "8313"]),
  region("Республика Татарстан", "16", "Europe/Moscow", 4, ["Казань", "843"], ["Набережные Челны", "8552"]),
  region(
    "Краснодарский край",
    "23",
    "Europe/Moscow",
    6,
    ["Краснодар", "861"],
    ["Новороссийск", "8617"],
    ["Сочи", "862"],
  ),
  region("Ростовская область", "61", "Europe/Moscow", 4, ["Ростов-на-Дону", "863"], ["Таганрог", "8634"]),
  region("Волгоградская область", "34", "Europe/Volgograd", 2, ["Волгоград", "8442"]),
  region("Архангельская область", "29", "Europe/Moscow", 2, ["Архангельск", "8182"], ["Северодвинск", "8184"]),
  region("Мурманская область", "51", "Europe/Moscow", 2, ["Мурманск", "8152"]),
  region("Калининградская область", "39", "Europe/Kaliningrad", 2, ["Калининград", "4012"]),
  region("Самарская область", "63", "Europe/Samara", 4, ["Самара", "846"], ["Тольятти", "8482"]),
  region("Саратовская область", "64", "Europe/Saratov", 2, ["Саратов", "8452"]),
  region("Удмуртская Республика", "18", "Europe/Samara", 2, ["Ижевск", "3412"]),
  region("Пермский край", "59", "Asia/Yekaterinburg", 3, ["Пермь", "342"]),
  region("Свердловская область", "66", "Asia/Yekaterinburg", 6, ["Екатеринбург", "343"], ["Нижний Тагил", "3435"]),
  region("Челябинская область", "74", "Asia/Yekaterinburg", 4, ["Челябинск", "351"], ["Магнитогорск", "3519"]),
  region("Республика Башкортостан", "02", "Asia/Yekaterinburg", 3, ["Уфа", "347"]),
  region("Тюменская область", "72", "Asia/Yekaterinburg", 3, ["Тюмень", "3452"]),
  region("Омская область", "55", "Asia/Omsk", 2, ["Омск", "3812"]),
  region("Новосибирская область", "54", "Asia/Novosibirsk", 4, ["Новосибирск", "383"]),
  region("Томская область", "70", "Asia/Tomsk", 1, ["Томск", "3822"]),
  region("Алтайский край", "22", "Asia/Barnaul", 1, ["Барнаул", "3852"]),
  region("Красноярский край", "24", "Asia/Krasnoyarsk", 3, ["Красноярск", "391"], ["Норильск", "3919"]),
  region("Иркутская область", "38", "Asia/Irkutsk", 2, ["Иркутск", "3952"]),
  region("Республика Саха (Якутия)", "14", "Asia/Yakutsk", 1, ["Якутск", "4112"]),
  region("Приморский край", "25", "Asia/Vladivostok", 2, ["Владивосток", "423"]),
  region("Хабаровский край", "27", "Asia/Vladivostok", 2, ["Хабаровск", "4212"]),
  region("Сахалинская область", "65", "Asia/Sakhalin", 1, ["Южно-Сахалинск", "4242"]),
  region("Камчатский край", "41", "Asia/Kamchatka", 1, ["Петропавловск-Камчатский", "4152"]),
];
