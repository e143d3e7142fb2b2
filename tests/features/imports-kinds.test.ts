import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { fileOf, type ImportHouse, openImports, problemsOf, sharedFile } from "./imports-house";

let here: ImportHouse;
beforeAll(async () => {
  here = await openImports();
  const kam = await here.house.person("Ирина Климова", "kam");
  await here.house.client("Ромашка", kam, { code: "К-1" });
  await here.house.client("Одинокая", null, { code: "К-2" });
});
afterAll(() => here.house.close());

/** A line of values under the header of another system's export; what the test does not give is empty. */
function exported(name: string, delimiter: string, rows: Record<string, string>[]): string | null {
  const file = sharedFile(`crm_import_samples/${name}`);
  if (!file) return null;
  const header = readFileSync(file, "utf8")
    .replace(/^\ufeff/, "")
    .trim();
  const names = header.split(delimiter).map((one) => one.replaceAll('"', ""));
  const lines = rows.map((row) => {
    const left = new Map(Object.entries(row));
    // Of columns of one name only the first is filled.
    return names.map((one) => {
      const value = left.get(one.trim()) ?? "";
      left.delete(one.trim());
      return value.includes(delimiter) ? `"${value}"` : value;
    });
  });
  return fileOf(`\ufeff${[header, ...lines.map((line) => line.join(delimiter))].join("\r\n")}\r\n`);
}

const bitrixCompanies = exported("bitrix24_company_export_ru.header.csv", ";", [
  {
    ID: "501",
    "Название компании": 'ООО "Вектор"',
    "Сфера деятельности": "Логистика",
    Сайт: "vektor.example",
    Ответственный: "Ирина Климова",
    Комментарий: "Звонить утром",
  },
  { ID: "502", "Название компании": "ИП Орлов", "Сфера деятельности": "Торговля", Ответственный: "Ирина Климова" },
]);
const bitrixContacts = exported("bitrix24_contact_export_ru.header.csv", ";", [
  {
    Фамилия: "Петрова",
    Имя: "Анна",
    Отчество: "Ильинична",
    Должность: "Директор",
    Компания: "Ромашка",
    Телефон: "8 (916) 123-45-67, +7 495 123-45-68",
    "E-mail": "anna@example.com",
    "Дата рождения": "05.03.1980",
  },
]);
const amoLeads = exported("amocrm_leads_export.header.csv", ",", [
  {
    ID: "9",
    "Название сделки": "Поставка",
    "Полное имя контакта": "Олег Ким",
    "Компания контакта": "Ромашка",
    "Рабочий телефон": "+7 916 765-43-21",
    "Мобильный телефон": "8 926 000-11-22",
    "Рабочий email": "oleg@example.com",
  },
]);

describe.runIf(bitrixCompanies && bitrixContacts && amoLeads)("exports of other systems map by themselves", () => {
  it("companies of Bitrix24 become clients with owners", async () => {
    expect(
      await here.load({ kind: "clients", path: bitrixCompanies ?? "", options: { createMissing: true } }),
    ).toMatchObject({ status: "done", result: { create: 2, faulty: 0 } });
    const rows = await here.house.rows(
      `select c.code, c.name, c.name_key, i.name as industry, c.website, c.note, m.name as owner from client c left join industry i on i.id = c.industry_id
       left join assignment a on a.client_id = c.id join member m on m.id = a.member_id where c.code in ('501', '502') order by 1`,
      [],
    );
    expect(rows).toEqual([
      {
        code: "501",
        name: 'ООО "Вектор"',
        name_key: "вектор",
        industry: "Логистика",
        website: "https://vektor.example",
        note: "Звонить утром",
        owner: "Ирина Климова",
      },
      {
        code: "502",
        name: "ИП Орлов",
        name_key: "орлов",
        industry: "Торговля",
        website: null,
        note: null,
        owner: "Ирина Климова",
      },
    ]);
  });

  it.each([
    [
      "contacts of Bitrix24",
      bitrixContacts,
      "Петрова Анна Ильинична",
      ["email anna@example.com", "phone +74951234568", "phone +79161234567"],
    ],
    ["leads of amoCRM", amoLeads, "Олег Ким", ["email oleg@example.com", "phone +79167654321", "phone +79260001122"]],
  ])(
    "%s become contacts with their phones; again they change nothing; a revert takes them away",
    async (_, path, name, channels) => {
      const done = await here.load({ kind: "contacts", path: path ?? "" });
      expect(done).toMatchObject({ status: "done", result: { create: 1, faulty: 0 } });
      const spoken = () =>
        here.house.rows<{ said: string }>(
          "select h.kind || ' ' || h.value_key as said from contact p join contact_channel h on h.contact_id = p.id where p.name = $1 order by 1",
          [name],
        );
      expect((await spoken()).map(({ said }) => said)).toEqual(channels);
      const again = await here.load({ kind: "contacts", path: path ?? "", options: { update: true } });
      expect(again).toMatchObject({ status: "done", result: { create: 0, update: 0, same: 1 } });
      expect(await spoken()).toHaveLength(channels.length);
      await here.open((scope) => moveRun(scope, done.id, ["done"], { status: "reverting" }));
      await revertRun(here.open, done.id, []);
      expect(await here.house.rows("select from contact where name = $1", [name])).toEqual([]);
    },
  );
});

it("clients: an INN says who it is, a wrong one is refused, and a row without a code gets the next one", async () => {
  const path = fileOf("Название,ИНН,Город\nПервая,7707083893,Москва\nВторая,7707083894,Омск\nТретья,,Тверь\n");
  const done = await here.load({ kind: "clients", path });
  expect(await problemsOf(here.house, done.id)).toEqual(["3 inn inn-check"]);
  expect(done).toMatchObject({ status: "done", result: { create: 2, faulty: 1 } });
  const renamed = fileOf("Название,ИНН,Город\nПервая новая,7707083893,\n");
  expect(await here.load({ kind: "clients", path: renamed, options: { update: true } })).toMatchObject({
    result: { create: 0, update: 1 },
  });
  const rows = await here.house.rows(
    "select name, city, code ~ '^[0-9]+$' as numbered from client where inn = '7707083893' or name = 'Третья' order by name",
    [],
  );
  expect(rows).toEqual([
    { name: "Первая новая", city: "Москва", numbered: true },
    { name: "Третья", city: "Тверь", numbered: true },
  ]);
});

it("R3 a signed contract demands an owner", async () => {
  const path = fileOf(
    "Клиент;Номер;Дата подписания;Сумма\nК-1;Д-1;01.02.2026;1 000,50\nК-2;Д-2;01.02.2026;5\nК-2;Д-3;;7\n",
  );
  const done = await here.load({ kind: "contracts", path });
  expect(await problemsOf(here.house, done.id)).toEqual(["3 client contract-needs-owner"]);
  const rows = await here.house.rows("select number, status, amount::text, currency from contract order by number", []);
  expect(rows).toEqual([
    { number: "Д-1", status: "signed", amount: "100050", currency: "RUB" },
    { number: "Д-3", status: "draft", amount: "700", currency: "RUB" },
  ]);
});

it("a foreign sale takes the day's rate and keeps it", async () => {
  const rates = fileOf("Дата;Валюта;Номинал;Курс\n15.01.2026;USD;1;90,1234\n15.01.2026;KZT;100;17,5\n");
  expect(await here.load({ kind: "rates", path: rates })).toMatchObject({
    status: "done",
    result: { create: 2, faulty: 0 },
  });
  const sales = fileOf(
    "Документ;Дата;Клиент;Сумма;Валюта\nВ-1;17.01.2026;К-1;10,01;USD\nВ-2;15.01.2026;К-1;1000;KZT\nВ-3;01.01.2026;К-1;1;USD\n",
  );
  const done = await here.load({ kind: "sales", path: sales });
  expect(await problemsOf(here.house, done.id)).toEqual(["4 rate rate-missing"]);
  const stands = () =>
    here.house.rows(
      "select document, amount::text, currency, rate::text, base_amount::text from sale_line order by document",
      [],
    );
  const wanted = [
    { document: "В-1", amount: "1001", currency: "USD", rate: "90.12340000", base_amount: "90214" },
    { document: "В-2", amount: "100000", currency: "KZT", rate: "0.17500000", base_amount: "17500" },
  ];
  expect(await stands()).toEqual(wanted);
  await here.house.owner.query("update rate set rate = 100 where currency = 'USD'");
  expect(await here.load({ kind: "sales", path: sales, options: { update: true } })).toMatchObject({
    result: { update: 0, same: 2 },
  });
  expect(await stands()).toEqual(wanted);
});
