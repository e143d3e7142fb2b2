import type { KindField } from "../kind";

/** With the headers of amoCRM's and Bitrix24's exports of contacts among them. */
export const contactFields: readonly KindField[] = [
  {
    field: "client",
    required: true,
    type: "identifier",
    longest: 200,
    synonyms: {
      en: ["client", "company", "customer", "client code", "customer id", "company name", "account name"],
      ru: ["компания контакта", "компания", "клиент", "контрагент", "код клиента", "инн"],
    },
  },
  {
    field: "contact_name",
    required: false,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["contact", "contact name", "full name", "name"],
      ru: ["полное имя контакта", "фио", "контакт", "контактное лицо", "полное имя"],
    },
  },
  {
    field: "last_name",
    required: false,
    type: "text",
    longest: 80,
    synonyms: { en: ["last name", "surname"], ru: ["фамилия"] },
  },
  { field: "first_name", required: false, type: "text", longest: 80, synonyms: { en: ["first name"], ru: ["имя"] } },
  {
    field: "middle_name",
    required: false,
    type: "text",
    longest: 80,
    synonyms: { en: ["middle name", "patronymic"], ru: ["отчество"] },
  },
  {
    field: "job_title",
    required: false,
    type: "text",
    longest: 200,
    synonyms: { en: ["job title", "title", "position", "contact title"], ru: ["должность"] },
  },
  {
    field: "phones",
    example: "+7 916 123-45-67",
    required: false,
    many: true,
    type: "text",
    longest: 400,
    synonyms: {
      en: ["phone", "mobile", "work phone", "mobile phone"],
      ru: [
        "телефон",
        "рабочий телефон",
        "мобильный телефон",
        "рабочий прямой телефон",
        "домашний телефон",
        "другой телефон",
      ],
    },
  },
  {
    field: "emails",
    example: "ivan@example.com",
    required: false,
    many: true,
    type: "text",
    longest: 400,
    synonyms: {
      en: ["email", "e-mail", "work email"],
      ru: ["e-mail", "рабочий email", "личный email", "другой email", "почта", "эл. почта"],
    },
  },
  {
    field: "messengers",
    required: false,
    many: true,
    type: "text",
    longest: 200,
    synonyms: { en: ["messenger", "skype", "telegram"], ru: ["мессенджер", "skype", "telegram", "телеграм"] },
  },
  {
    field: "birthday",
    example: "1985-03-05",
    required: false,
    type: "day",
    synonyms: { en: ["birthday", "birth date"], ru: ["дата рождения", "день рождения"] },
  },
  {
    field: "note",
    required: false,
    type: "lines",
    longest: 4000,
    synonyms: { en: ["note", "comment"], ru: ["комментарий", "примечание"] },
  },
];
