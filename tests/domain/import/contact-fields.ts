import type { ImportField } from "@/lib/domain/import/import-field";

/** An example of a declared kind: contacts as amoCRM, Bitrix24 and people's own sheets name their columns. */
export type ContactField =
  | "externalId"
  | "lastName"
  | "firstName"
  | "fullName"
  | "client"
  | "post"
  | "phone"
  | "email"
  | "owner"
  | "note"
  | "createdOn";

export const contactFields: readonly ImportField<ContactField>[] = [
  {
    field: "externalId",
    required: false,
    type: "identifier",
    synonyms: { en: ["ID", "Contact ID"], ru: ["Код", "ИД"] },
  },
  { field: "lastName", required: false, type: "text", synonyms: { en: ["Last name", "Surname"], ru: ["Фамилия"] } },
  { field: "firstName", required: false, type: "text", synonyms: { en: ["First name"], ru: ["Имя"] } },
  {
    field: "fullName",
    required: false,
    type: "text",
    synonyms: { en: ["Full name", "Contact"], ru: ["ФИО", "Полное имя контакта", "Контакт"] },
  },
  {
    field: "client",
    required: true,
    type: "text",
    synonyms: { en: ["Company", "Client"], ru: ["Компания контакта", "Компания", "Клиент", "Контрагент"] },
  },
  { field: "post", required: false, type: "text", synonyms: { en: ["Job title", "Position"], ru: ["Должность"] } },
  {
    field: "phone",
    required: false,
    type: "text",
    many: true,
    synonyms: {
      en: ["Phone", "Mobile"],
      ru: ["Телефон", "Мобильный телефон", "Рабочий телефон", "Рабочий прямой телефон", "Другой телефон"],
    },
  },
  {
    field: "email",
    required: false,
    type: "text",
    many: true,
    synonyms: { en: ["Email", "Mail"], ru: ["Рабочий email", "Личный email", "Другой email", "Почта"] },
  },
  {
    field: "owner",
    required: false,
    type: "text",
    synonyms: { en: ["Owner"], ru: ["Ответственный за контакт", "Ответственный"] },
  },
  {
    field: "note",
    required: false,
    type: "lines",
    many: true,
    synonyms: { en: ["Comment"], ru: ["Комментарий", "Примечание"] },
  },
  { field: "createdOn", required: false, type: "day", synonyms: { en: ["Created"], ru: ["Дата создания"] } },
];
