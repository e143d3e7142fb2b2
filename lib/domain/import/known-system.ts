import { headerKey } from "./normalise-header";

/** A CRM whose exports are known by their headers. */
export type KnownSystem = "amocrm" | "bitrix24";

// Headers that one of them writes and others hardly do; their exports have dozens of columns.
const marks: Record<KnownSystem, readonly string[]> = {
  amocrm: [
    "Полное имя контакта",
    "Компания контакта",
    "Ответственный за контакт",
    "Рабочий прямой телефон",
    "Рабочий email",
    "Личный email",
    "Другой IM",
    "Пользовательское соглашение",
    "Кем редактирована",
    "Дата редактирования",
    "Этап сделки",
    "Воронка",
  ],
  bitrix24: [
    "Стадия сделки",
    "Группа стадий",
    "Повторная сделка",
    "Повторное обращение",
    "Список компаний",
    "Тип контакта",
    "Тип компании",
    "Дополнительно об источнике",
    "Кол-во сотрудников",
    "Годовой оборот",
    "Банковские реквизиты",
    "Компания продавец",
    "Кем изменена",
    "Кем изменен",
    "Экспорт",
  ],
};

const enough = 3;

/** The system that wrote such a header; null where fewer than three of its own column names are there. */
export function knownSystem(headers: readonly string[]): KnownSystem | null {
  const keys = new Set(headers.map(headerKey));
  const found = (["amocrm", "bitrix24"] as const).map((system) => ({
    system,
    hits: marks[system].filter((mark) => keys.has(headerKey(mark))).length,
  }));
  const [best] = found.sort((a, b) => b.hits - a.hits);
  return best && best.hits >= enough ? best.system : null;
}
