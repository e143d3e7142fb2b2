import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { matchHeaders } from "@/lib/domain/import/match-headers";
import { headerKey, normaliseHeader, withoutOrdinal, withoutUnit } from "@/lib/domain/import/normalise-header";
import { contactFields } from "./contact-fields";
import { notThere, sharedData } from "./shared-data";

describe("R46 a header in its plain form", () => {
  it.each([
    ["  Кол-во_(шт.) ", "кол во шт"],
    ["Бюджет ", "бюджет"],
    ["ОТЧЁТ", "отчет"],
    ["№ документа", "номер документа"],
    ["Дата\u00a0создания\u200b", "дата создания"],
    ["Телефон:\r\nрабочий", "телефон рабочий"],
    ["“Client”", "client"],
    ["Ｔｏｔａｌ", "total"],
    ["utm_source", "utm source"],
    ["***", ""],
  ])("%j is %j", (header, plain) => {
    expect(normaliseHeader(header)).toBe(plain);
  });

  it("is the same for spellings of one word", () => {
    expect(new Set(["E-mail", "email", "E mail", "e_mail:", " EMAIL"].map(headerKey))).toEqual(new Set(["email"]));
    expect(headerKey("Сумма, ₽")).toBe(headerKey("сумма"));
  });

  it.each([
    ["Сумма, руб.", "сумма", 1, "RUB"],
    ["Сумма, тыс. руб.", "сумма", 1000, "RUB"],
    ["Выручка (млн ₽)", "выручка", 1_000_000, "RUB"],
    ["Revenue, k USD", "revenue", 1000, "USD"],
    ["Price in €", "price", 1, "EUR"],
    ["Количество, шт.", "количество", 1, null],
    ["Скидка, %", "скидка", 1, null],
    ["Руб.", "руб", 1, null],
    ["Дата создания", "дата создания", 1, null],
  ])("%j without its unit is %j", (header, name, scale, currency) => {
    expect(withoutUnit(header)).toEqual({ name, unit: { scale, currency } });
  });

  it.each([
    ["Телефон 2", "Телефон", 2],
    ["Телефон2", "Телефон", 2],
    ["Примечание (3)", "Примечание", 3],
    ["phone_2", "phone", 2],
    ["Телефон", "Телефон", 1],
    ["2026", "2026", 1],
  ])("%j is %j, number %i", (header, name, ordinal) => {
    expect(withoutOrdinal(header)).toEqual({ name, ordinal });
  });
});

/** "header → field" of each column that fills one, and what became of the others. */
function matched(headers: string[]) {
  const { columns, missing } = matchHeaders(headers, contactFields);
  return {
    fields: columns.flatMap(({ header, field }) => (field ? [`${header.trim()} → ${field}`] : [])),
    others: Object.fromEntries(columns.flatMap(({ header, field, by }) => (field ? [] : [[header.trim(), by]]))),
    missing,
  };
}

describe("R46 headers find their fields", () => {
  it("by synonyms of both languages, whatever the case, spaces and points", () => {
    expect(matched([" КОМПАНИЯ", "e-mail", "Имя:", "Job_title"])).toEqual({
      fields: ["КОМПАНИЯ → client", "e-mail → email", "Имя: → firstName", "Job_title → post"],
      others: {},
      missing: [],
    });
  });

  it("says which required field has no column, and what it did not know", () => {
    expect(matched(["ФИО", "Любимый цвет", ""])).toEqual({
      fields: ["ФИО → fullName"],
      others: { "Любимый цвет": "unknown", "": "empty" },
      missing: ["client"],
    });
  });

  it("gives a field its likeliest column and no second one", () => {
    expect(matched(["Клиент", "Компания", "Компания"])).toEqual({
      fields: ["Компания → client"],
      others: { Клиент: "taken", Компания: "taken" },
      missing: [],
    });
  });

  it("takes every column of a field of many, numbered or not, and counts equal names", () => {
    const { columns } = matchHeaders(["Телефон", "Телефон 2", "Телефон", "Телефон 3"], contactFields);
    expect(columns.map(({ field, by, occurrence }) => [field, by, occurrence])).toEqual([
      ["phone", "name", 1],
      ["phone", "number", 1],
      ["phone", "name", 2],
      ["phone", "number", 1],
    ]);
  });

  it("does not take a number behind a name for a field of its own, nor a longer name for a shorter one", () => {
    expect(matched(["Имя 2", "Имя", "Имя контрагента"])).toEqual({
      fields: ["Имя → firstName"],
      others: { "Имя 2": "taken", "Имя контрагента": "unknown" },
      missing: ["client"],
    });
  });

  it("tells a unit with its column", () => {
    const [sum] = matchHeaders(
      ["Сумма, тыс. руб."],
      [{ field: "sum", required: true, type: "money", synonyms: { en: ["Amount"], ru: ["Сумма"] } }],
    ).columns;
    expect(sum).toMatchObject({ field: "sum", by: "unit", unit: { scale: 1000, currency: "RUB" } });
  });
});

function headerOf(file: string): string[] {
  const [first = []] = parse(readFileSync(file), { bom: true, delimiter: [",", ";"], to: 1 }) as string[][];
  return first;
}

describe("R46 the headers of amoCRM and Bitrix24", () => {
  it("amoCRM leads: 76 columns, six names twice", (context) => {
    const file = sharedData("crm_import_samples/amocrm_leads_export.header.csv");
    if (!file) return context.skip(notThere);
    const headers = headerOf(file);
    const { fields, missing, others } = matched(headers);
    expect(headers).toHaveLength(76);
    expect(missing).toEqual([]);
    expect(fields).toEqual([
      "ID → externalId",
      "Примечание → note",
      "Примечание 2 → note",
      "Примечание 3 → note",
      "Примечание 4 → note",
      "Примечание 5 → note",
      "Полное имя контакта → fullName",
      "Компания контакта → client",
      "Ответственный за контакт → owner",
      "Рабочий телефон → phone",
      "Рабочий прямой телефон → phone",
      "Мобильный телефон → phone",
      "Другой телефон → phone",
      "Рабочий email → email",
      "Личный email → email",
      "Другой email → email",
      "Должность → post",
    ]);
    expect(others).toMatchObject({ Ответственный: "taken", Компания: "taken", Источник: "unknown" });
    const twice = matchHeaders(headers, contactFields).columns.filter(({ occurrence }) => occurrence === 2);
    expect(twice.map(({ header }) => header)).toEqual(["roistat", "Товар", "cid", "uid", "tid", "Источник"]);
  });

  it("amoCRM, second form: a padded name is the same name", (context) => {
    const file = sharedData("crm_import_samples/amocrm_leads_export_variant2.header.csv");
    if (!file) return context.skip(notThere);
    expect(headerOf(file)).toContain("Бюджет ");
    const budget = [
      { field: "budget", required: true, type: "money", synonyms: { en: ["Budget"], ru: ["Бюджет"] } },
    ] as const;
    const { columns, missing } = matchHeaders(headerOf(file), budget);
    expect(missing).toEqual([]);
    expect(columns.find(({ field }) => field === "budget")?.by).toBe("name");
  });

  it("amoCRM contacts: the part that is known", (context) => {
    const file = sharedData("crm_import_samples/amocrm_contacts_export_part.header.csv");
    if (!file) return context.skip(notThere);
    const { fields, missing } = matched(headerOf(file));
    expect(fields.filter((line) => line.endsWith("phone"))).toHaveLength(4);
    expect(fields.filter((line) => line.endsWith("email"))).toHaveLength(3);
    expect(missing).toEqual(["client"]);
  });

  it.for<[string, string[]]>([
    [
      "bitrix24_contact_export_ru",
      [
        "ID",
        "Имя",
        "Фамилия",
        "Должность",
        "Компания",
        "Телефон",
        "E-mail",
        "Комментарий",
        "Ответственный",
        "Дата создания",
      ],
    ],
    ["bitrix24_company_export_ru", ["ID", "Телефон", "E-mail", "Комментарий", "Ответственный", "Дата создания"]],
    ["bitrix24_deal_export_ru", ["ID", "Компания", "Контакт", "Комментарий", "Ответственный", "Дата создания"]],
  ])("%s", ([name, known], context) => {
    const file = sharedData(`crm_import_samples/${name}.header.csv`);
    if (!file) return context.skip(notThere);
    const found = matchHeaders(headerOf(file), contactFields).columns.filter(({ field }) => field !== null);
    expect(found.map(({ header }) => header)).toEqual(known);
  });
});
