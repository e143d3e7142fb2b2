import type { Page } from "@playwright/test";
import { axeFaults, choose, expect, openBy, signIn, test } from "./support/journey";

const SHOWN = "Сибфуд";

async function addressOf(page: Page, name: string): Promise<string> {
  await page.goto(`/book?q=${encodeURIComponent(name)}`);
  return String(await page.getByRole("grid").getByRole("link", { name, exact: true }).getAttribute("href"));
}

const undo = (page: Page) => page.getByRole("button", { name: "Отменить", exact: true }).last();

async function changePerson(page: Page, who: "anna" | "natalya") {
  await page.context().clearCookies();
  await signIn(page, who);
}

test("R7 an admin adds a question, a KAM answers it, the admin takes it out again", async ({ page }) => {
  test.setTimeout(120_000);
  const question = "Сколько у них складов?";
  const main = page.locator("main");
  const dialog = page.getByRole("dialog");
  await signIn(page, "natalya");
  await page.goto("/admin/dictionaries/questions");
  await openBy(page.getByRole("button", { name: "Добавить вопрос" }));
  await dialog.getByLabel("Вопрос по-русски").fill(question);
  await dialog.getByLabel("Как отвечают").selectOption({ label: "число" });
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByText("Вопрос добавлен")).toBeVisible();

  await changePerson(page, "anna");
  const client = await addressOf(page, SHOWN);
  await page.goto(`${client}/business`);
  const filled = async () => Number(/отвечено (\d+) из/.exec((await main.textContent()) ?? "")?.[1]);
  const before = await filled();
  await page.getByRole("button", { name: `Ответить: ${question}` }).click();
  await main.getByLabel(question).fill("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Изменить ответ: ${question}` })).toBeVisible();
  await expect(main.getByRole("listitem").filter({ hasText: question })).toContainText(
    "подтверждено 18.03.2026, Анна Крылова",
  );
  expect(await filled()).toBe(before + 1);
  expect(await axeFaults(page)).toEqual([]);

  await changePerson(page, "natalya");
  await page.goto("/admin/dictionaries/questions");
  const actions = page.getByRole("button", { name: `Действия: ${question}` });
  const archive = async () => {
    await actions.click();
    await page.getByRole("menuitem", { name: "В архив" }).click();
    await expect(page.getByText("Вопрос больше не задают")).toBeVisible();
  };
  await archive();
  await undo(page).click();
  await expect(actions).toBeVisible();
  await archive();
  await page.goto(`${client}/business`);
  await expect(main).toContainText("Анкета о бизнесе");
  await expect(main).not.toContainText(question);
});

test("R28 a key number is written, corrected, told by the header and taken back", async ({ page }) => {
  const main = page.locator("main");
  const dialog = page.getByRole("dialog");
  await signIn(page, "anna");
  const client = await addressOf(page, SHOWN);
  await page.goto(`${client}/business`);
  const set = async (value: string) => {
    await dialog.getByLabel("Значение").fill(value);
    await dialog.getByLabel("Откуда знаем").selectOption({ label: "документ" });
    await dialog.getByLabel("Какой документ").fill("приложение 3");
    await dialog.getByRole("button", { name: "Сохранить" }).click();
    await expect(dialog).toBeHidden();
  };
  const known = page.getByRole("button", { name: /^(Записать|Изменить): Срок поставки$/ });
  await openBy(known);
  await set("9");
  await openBy(page.getByRole("button", { name: "Изменить: Срок поставки" }));
  await set("11");
  const line = main.getByRole("listitem").filter({ hasText: "Срок поставки" }).first();
  await expect(line).toContainText("11 дней");
  await line.getByLabel("История: Срок поставки").click();
  await expect(line).toContainText("9 дней");
  await line.getByRole("button", { name: /^Отозвать это значение: Срок поставки, 11/ }).click();
  await expect(page.getByText("Срок поставки: значение отозвано.")).toBeVisible();
  await expect(line).not.toContainText("11 дней");
  await undo(page).click();
  await expect(line).toContainText("11 дней");

  // Every figure of the header says whose word it is, from when, and when it will be asked again.
  const header = main.getByLabel("Ключевые цифры").first();
  await header.getByRole("button").first().click();
  const why = page.getByRole("dialog");
  await expect(why).toContainText("Переспросим через");
  expect(await axeFaults(page)).toEqual([]);
  await why.getByRole("link", { name: "История и другие цифры" }).click();
  await expect(page).toHaveURL(/\/business#/);
});

test("R41 R27 R31 R10 a KAM writes down people, needs, addresses and partners, throws away and takes back", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const main = page.locator("main");
  const dialog = page.getByRole("dialog");
  const line = (text: string) => main.getByRole("listitem").filter({ hasText: text }).first();
  await signIn(page, "anna");
  const client = await addressOf(page, SHOWN);

  await page.goto(`${client}/people`);
  await openBy(page.getByRole("button", { name: "Добавить человека" }));
  await dialog.getByLabel(/^Имя/).fill("Тест Тестович");
  await dialog.getByLabel("Уровень").selectOption({ label: "Рабочий уровень" });
  await dialog.getByLabel("Ключевой контакт").check();
  await dialog.getByLabel("Свой срок связи, дней").fill("7");
  await dialog.getByRole("button", { name: "Добавить человека" }).click();
  await expect(line("Тест Тестович")).toContainText("Рабочий уровень");
  await expect(line("Тест Тестович")).toContainText("на связи каждые 7 дней");
  await page.getByRole("button", { name: "Убрать в архив: Тест Тестович" }).click();
  await expect(page.getByText("Тест Тестович: в архиве.")).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole("button", { name: "Убрать в архив: Тест Тестович" })).toBeVisible();

  await openBy(page.getByRole("button", { name: "Добавить партнёра" }));
  await dialog.getByRole("combobox", { name: "Партнёр" }).click();
  await page.getByRole("button", { name: "Новый партнёр…" }).click();
  await dialog.getByLabel("Название").fill("Возим Всё");
  await dialog.getByLabel("Чем занимается").selectOption({ label: "Логистика" });
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(dialog.getByRole("combobox", { name: "Партнёр" })).toContainText("Возим Всё");
  await dialog.getByRole("button", { name: "Добавить", exact: true }).click();
  await expect(dialog).toBeHidden();
  await line("Возим Всё").getByRole("link", { name: "Возим Всё" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Возим Всё");
  await openBy(page.getByRole("button", { name: "Добавить человека" }));
  await dialog.getByLabel(/^Имя/).fill("Шофёр Сергей");
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(main).toContainText("Шофёр Сергей");
  await page.goto(`${client}/people`);
  await openBy(page.getByRole("button", { name: "Изменить: Возим Всё" }));
  await dialog.getByLabel("Кому там звонить").selectOption({ label: "Шофёр Сергей" });
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(line("Возим Всё")).toContainText("Шофёр Сергей");
  await page.getByRole("button", { name: "Убрать: Возим Всё" }).click();
  await expect(page.getByText("«Возим Всё» больше не работает по этому клиенту.")).toBeVisible();
  await undo(page).click();
  await expect(line("Возим Всё")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await page.goto(`${client}/business`);
  await openBy(page.getByRole("button", { name: "Записать потребность" }));
  await dialog.getByLabel("Одной строкой").fill("Нужны паллеты ниже");
  await dialog.getByRole("button", { name: "Записать", exact: true }).click();
  await expect(line("Нужны паллеты ниже")).toContainText("предложения пока нет");
  await page.getByRole("button", { name: "Удалить: Нужны паллеты ниже" }).click();
  await undo(page).click();
  await expect(line("Нужны паллеты ниже")).toBeVisible();

  await openBy(page.getByRole("button", { name: "Добавить адрес" }));
  await dialog.getByLabel(/^Адрес/).fill("г. Омск, ул. Новая, 1");
  await dialog.getByRole("button", { name: "Добавить часы" }).click();
  await dialog.getByRole("button", { name: "Добавить", exact: true }).click();
  await expect(line("ул. Новая, 1")).toContainText("пн–пт 09:00–18:00");
  await page.getByRole("button", { name: /^Удалить: .*ул\. Новая, 1/ }).click();
  await undo(page).click();
  await expect(line("ул. Новая, 1")).toBeVisible();
});

test("R16 R23 two keys from anywhere write a touch down; it goes to the bin and comes back; cadences move every clock", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const main = page.locator("main");
  const dialog = page.getByRole("dialog");
  await signIn(page, "anna");
  const client = await addressOf(page, "Заволжстрой");
  await page.goto(`${client}/timeline`);
  await page.keyboard.press("l");
  await expect(dialog.getByLabel("О чём")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const done = page.getByText("Записано: Звонок, Заволжстрой.");
  await expect(done).toBeVisible();
  await expect(main).toContainText("сегодня · следующее до");

  // Elsewhere it asks of whom.
  await page.goto("/today");
  await page.keyboard.press("l");
  await choose(dialog.getByRole("combobox", { name: "Клиент" }), "Заволжстрой", /Заволжстрой/);
  await dialog.getByLabel("О чём").fill("Каски нового образца");
  await page.keyboard.press("Control+Enter");
  await expect(done).toBeVisible();
  await page.goto(`${client}/timeline`);
  const past = main.getByRole("list", { name: "Что было" });
  await expect(past).toContainText("Каски нового образца");
  const entry = past.getByRole("listitem").filter({ hasText: "Каски нового образца" });
  await entry.hover();
  await entry.getByRole("button").last().click();
  await page.getByRole("menuitem", { name: "Удалить" }).click();
  await expect(past).not.toContainText("Каски нового образца");
  await main.getByText(/^Удалённое за тридцать дней · \d+$/).click();
  await main
    .getByRole("button", { name: /Вернуть: Каски нового образца/ })
    .first()
    .click();
  await expect(past).toContainText("Каски нового образца");

  await changePerson(page, "natalya");
  await page.goto("/admin/dictionaries/cadences");
  const every = page.getByLabel("Дней между касаниями").nth(2);
  const keep = async (days: string) => {
    await every.fill(days);
    await page.getByRole("button", { name: "Сохранить: Категория C" }).click();
    await expect(page.getByText("Категория C: сохранено.").last()).toBeVisible();
  };
  await keep("33");
  await page.goto(`${client}/timeline`);
  await expect(main).toContainText("каждые 33 дня");
  await expect(main).toContainText("сегодня · следующее до 20 апр");
  await page.goto("/admin/dictionaries/cadences");
  await keep("91");
});
