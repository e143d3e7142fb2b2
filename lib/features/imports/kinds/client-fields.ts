import type { KindField } from "../kind";

/** With the headers of amoCRM's and Bitrix24's exports of companies among them. */
export const clientFields: readonly KindField[] = [
  {
    field: "code",
    required: false,
    type: "identifier",
    longest: 60,
    synonyms: {
      en: ["code", "client code", "customer code", "customer id", "reseller key", "account number", "id"],
      ru: ["код", "код клиента", "код контрагента", "id", "номер клиента"],
    },
  },
  {
    field: "name",
    required: true,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["name", "client", "customer", "company", "company name", "account name", "reseller name"],
      ru: [
        "название",
        "наименование",
        "название компании",
        "компания",
        "клиент",
        "контрагент",
        "компания контакта",
        "краткое наименование",
      ],
    },
  },
  {
    field: "kind",
    required: false,
    type: "text",
    synonyms: { en: ["kind", "legal form"], ru: ["вид", "тип лица", "юр/физ лицо", "вид контрагента"] },
    choices: {
      company: ["юр. лицо", "юридическое лицо", "юрлицо", "организация", "legal entity"],
      entrepreneur: ["ип", "индивидуальный предприниматель", "sole proprietor"],
      person: ["физ. лицо", "физическое лицо", "физлицо", "individual"],
    },
  },
  {
    field: "legal_name",
    required: false,
    type: "text",
    longest: 300,
    synonyms: {
      en: ["legal name", "full name"],
      ru: ["полное наименование", "юридическое название", "юридическое наименование"],
    },
  },
  {
    field: "inn",
    required: false,
    type: "identifier",
    longest: 30,
    synonyms: { en: ["inn", "tax id", "tax number"], ru: ["инн"] },
  },
  { field: "kpp", required: false, type: "identifier", longest: 30, synonyms: { en: ["kpp"], ru: ["кпп"] } },
  {
    field: "ogrn",
    required: false,
    type: "identifier",
    longest: 30,
    synonyms: { en: ["ogrn"], ru: ["огрн", "огрнип"] },
  },
  {
    field: "parent",
    required: false,
    type: "identifier",
    longest: 200,
    synonyms: {
      en: ["parent", "parent company", "group", "holding"],
      ru: ["головная компания", "группа компаний", "холдинг", "родитель"],
    },
  },
  {
    field: "industry",
    required: false,
    type: "text",
    longest: 120,
    synonyms: {
      en: ["industry", "business type", "sector"],
      ru: ["отрасль", "сфера деятельности", "вид деятельности"],
    },
  },
  {
    field: "region",
    required: false,
    type: "text",
    longest: 120,
    synonyms: { en: ["region", "state", "state province name", "territory"], ru: ["регион", "область", "округ"] },
  },
  {
    field: "city",
    required: false,
    type: "text",
    longest: 120,
    synonyms: { en: ["city", "town"], ru: ["город", "населённый пункт"] },
  },
  {
    field: "website",
    required: false,
    type: "text",
    longest: 300,
    synonyms: { en: ["website", "web", "site", "url"], ru: ["сайт", "web", "веб-сайт"] },
  },
  {
    field: "tier",
    required: false,
    type: "text",
    synonyms: { en: ["tier", "category", "class"], ru: ["категория", "класс", "abc"] },
    choices: { A: ["a", "а"], B: ["b", "в", "б"], C: ["c", "с"] },
  },
  {
    field: "since",
    required: false,
    type: "day",
    synonyms: { en: ["since", "client since", "start date"], ru: ["клиент с", "дата начала работы", "работаем с"] },
  },
  {
    field: "owner",
    required: false,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["owner", "manager", "responsible", "account manager"],
      ru: ["ответственный", "менеджер", "кам", "ответственный за контакт"],
    },
  },
  {
    field: "note",
    required: false,
    type: "lines",
    longest: 4000,
    synonyms: { en: ["note", "comment"], ru: ["комментарий", "примечание"] },
  },
];
