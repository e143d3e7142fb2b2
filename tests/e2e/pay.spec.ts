import type { Page } from "@playwright/test";
import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

test("R34 R82 the director draws a plan up, tries it on the last year, switches it on and gives it to a KAM", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "marina");
  await page.goto("/pay");
  await page.getByRole("link", { name: "Планы оплаты" }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Новый план" }).click();

  // Every fault stands at its field, and the first has the focus.
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await expect(page.getByLabel("Название")).toBeFocused();
  await expect(page.getByText("Пожалуйста, заполните.")).toHaveCount(4);
  await page.getByLabel("Название").fill("Ступени весны");
  const tier = (place: number, part: "from" | "rate") =>
    page.locator(`input[name="component.sales.tiers.${place}.${part}"]`);
  for (const [place, rate] of ["0,4", "0,9", "1,5"].entries()) await tier(place, "rate").fill(rate);
  await page.getByLabel("Оклад за период, ₽").fill("95 000");
  await tier(2, "from").fill("90");
  await expect(page.getByText("Каждая ступень должна начинаться выше предыдущей.")).toBeVisible();
  await tier(2, "from").fill("120");

  // The example counts along: 0.4 % up to the plan, 0.9 % above it, 1.5 % from 120 %.
  await page.getByLabel("План продаж на период, ₽").fill("10 000 000");
  const example = page.locator("table", { has: page.getByText("К выплате") });
  await expect(example.locator("tfoot")).toContainText("135 000");
  await expect(example.locator("tfoot")).toContainText("198 000");
  expect(await axeFaults(page)).toEqual([]);

  // Before anybody is paid by it: the last year, person by person.
  await page.getByRole("button", { name: "Примерить" }).click();
  const tried = page.locator("table", { has: page.getByRole("columnheader", { name: "Разница" }) });
  await expect(tried.locator("tbody tr")).toHaveCount(8, { timeout: 30_000 });
  await expect(tried.locator("tfoot")).toContainText("Всего");
  const anna = tried.locator("tbody tr", { hasText: "Анна Крылова" });
  await expect(anna).toContainText(/\d.*\d.*[+−]\d/);

  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await expect(page).toHaveURL(/\/pay\/plans\/[0-9a-f-]{36}$/);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Включить" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Включить" }).click();
  await expect(page.getByRole("button", { name: "Составить версию 2" })).toBeVisible();
  await expect(page.getByLabel("Название")).toBeDisabled();

  await page.getByRole("link", { name: "Планы оплаты" }).click();
  await page.getByRole("button", { name: "Сменить план: Борис Юдин" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("План", { exact: true }).selectOption({ label: "Ступени весны" });
  await dialog.getByLabel("С месяца").selectOption({ label: "апр 2026" });
  await dialog.getByRole("button", { name: "Назначить план" }).click();
  await expect(page.locator("tr", { hasText: "Борис Юдин" })).toContainText("Ступени весны с апр 2026");
});

async function importSale(page: Page, line: readonly string[]): Promise<void> {
  await page.goto("/admin/imports");
  await page.getByRole("button", { name: "Загрузить файл" }).first().click();
  const text = `Документ;Строка;Дата;Клиент;Количество;Сумма\n${line.join(";")}\n`;
  await page.locator("input[type=file]").setInputFiles({
    name: "продажи.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  await page.getByRole("button", { name: "Продолжить" }).click();
  await page.getByRole("checkbox", { name: "Менять то, что уже есть" }).check();
  await page.getByRole("button", { name: "Проверить" }).click();
  await page.getByRole("button", { name: /^Загрузить 1 / }).click({ timeout: 30_000 });
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Загрузить 1 / })
    .click();
  await expect(page.getByText("Что сделано")).toBeVisible({ timeout: 30_000 });
}

test("R34 a slip is approved and closed; a sale corrected afterwards leaves it as it is and is a line of the next, with its reason", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "marina");
  await page.goto("/pay?period=2026-02");
  const row = page.locator("tbody tr", { hasText: "Глеб Орлов" });
  await page.getByRole("checkbox", { name: "Выбрать: Глеб Орлов" }).check();
  await page.getByRole("button", { name: "Утвердить: 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Утвердить: 1" }).click();
  await expect(row).toContainText("утверждён");
  await page.getByRole("checkbox", { name: "Выбрать: Глеб Орлов" }).check();
  await page.getByRole("button", { name: "Закрыть: 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Закрыть: 1" }).click();
  await expect(row).toContainText("закрыт");

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Глеб Орлов");
  expect(await axeFaults(page)).toEqual([]);
  const february = new URL(page.url()).pathname;
  const payout = String(await page.locator("main dd").first().textContent());
  // The first delivery behind the first line: its day, document, client.
  const [day, document, client] = await page
    .locator("main details table tbody tr", { hasText: "РТ-" })
    .first()
    .locator("td")
    .allTextContents();
  await importSale(page, [String(document), "1", String(day), String(client), "1", "1,00"]);

  await page.goto(february);
  await expect(page.locator("main dd").first()).toHaveText(payout);
  await expect(page.locator("main")).toContainText("закрыт");
  await page.goto(february.replace("2026-02", "2026-03"));
  const line = page.locator("details", { hasText: `Поправка по документу ${document}` });
  await expect(line).toContainText("меньше, чем было");
  await expect(line).toContainText(/фев 2026/);

  // Its owner sees the same, and nobody else's.
  await page.context().clearCookies();
  await signIn(page, "gleb");
  await page.goto("/pay?period=2026-03");
  await expect(page.locator("main")).toContainText(`Поправка по документу ${document}`);
  await expect(page.locator("main")).not.toContainText("Анна Крылова");
  const slider = page.getByRole("slider");
  const before = await page.getByText(/^Я заработаю/).textContent();
  await slider.press("End");
  await expect(page.getByText(/^Я заработаю/)).not.toHaveText(String(before));
  expect(await axeFaults(page)).toEqual([]);
});

test("R24 R96 what losing a client takes from the pay is told to who may see it", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/progress");
  await page.getByRole("button", { name: "Посчитать" }).click();
  await expect(page.getByText(/^Выплаты за последние 12 месяцев: −/)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("main")).not.toContainText("Борис Юдин −");
  await page.context().clearCookies();
  await signIn(page, "natalya");
  await page.goto("/progress");
  await page.getByRole("button", { name: "Посчитать" }).click();
  await expect(page.getByText(/^Без «.*» уйдёт/)).toBeVisible();
  await expect(page.getByText(/Выплаты за последние/)).toHaveCount(0);
});
