import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

test("R38 R42 R72 a measure of one's own, its targets, a value by hand with evidence, and the rows behind the figures", async ({
  page,
}) => {
  test.setTimeout(180_000);
  // The admin: a formula that is read while it is typed, and a measure by hand.
  await signIn(page, "natalya");
  await page.goto("/admin/measures");
  const add = async (names: [string, string], code: string) => {
    await page.getByRole("button", { name: "Новый показатель" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Название по-русски").fill(names[0]);
    await sheet.getByLabel("Название по-английски").fill(names[1]);
    await sheet.getByLabel("Код").fill(code);
    return sheet;
  };
  const formula = await add(["Выручка на касание", "Revenue per touch"], "per_touch");
  await formula.getByLabel("Формула").fill("revenue / tuches");
  await expect(formula.getByRole("status")).toContainText("символ 11: показателя «tuches» нет");
  await formula.getByRole("button", { name: "Сохранить" }).click();
  await expect(formula.getByRole("alert")).toContainText("показатель, которого нет");
  await formula.getByLabel("Формула").fill("revenue / touches");
  await expect(formula.getByRole("status")).toContainText("Выручка ÷ Касания состоялись");
  await formula.getByLabel("Единица").selectOption("money");
  await formula.getByLabel("Квартал из месяцев").selectOption("average");
  await formula.getByRole("button", { name: "Сохранить" }).click();
  await expect(formula).toBeHidden();
  const byHand = await add(["Оценка клиентов", "Clients’ rating"], "rating");
  await byHand.getByLabel("Откуда берётся").selectOption("entered");
  await byHand.getByLabel("Знаков после запятой").selectOption("1");
  await byHand.getByRole("button", { name: "Сохранить" }).click();
  await expect(byHand).toBeHidden();
  await expect(page.locator("main")).toContainText("Выручка на касание");
  expect(await axeFaults(page)).toEqual([]);
  await page.context().clearCookies();

  // The lead: a quarter by months, typed and taken back with the keyboard alone.
  await signIn(page, "oleg");
  await page.goto("/targets/year?subject=team");
  const rating = page.getByRole("navigation", { name: "Показатель" }).getByRole("link", { name: "Оценка клиентов" });
  await rating.click();
  // Until the sheet has changed, the cells are those of the measure before.
  await expect(rating).toHaveAttribute("aria-current", "true");
  const cell = page.getByLabel(/^Анна Крылова, апр 2026/);
  await cell.focus();
  await page.keyboard.type("9,5");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Сохранена 1 цель.")).toBeVisible();
  await expect(page.getByLabel(/^Анна Крылова, апр 2026/)).toHaveValue("9,5");
  await expect(page.getByLabel(/^Анна Крылова, апр 2026 – июн 2026|^Анна Крылова, апр – июн 2026/)).toHaveAttribute(
    "placeholder",
    "9,5",
  );
  await page.getByLabel(/^Анна Крылова, май 2026/).focus();
  await page.keyboard.type("не число");
  await page.keyboard.press("Tab");
  await expect(page.getByText("В отмеченных ячейках не число: они не сохранены.")).toBeVisible();
  await page.getByLabel(/^Анна Крылова, май 2026/).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Отменено.")).toBeVisible();
  await expect(page.getByLabel(/^Анна Крылова, апр 2026/)).toHaveValue("");
  await page.getByLabel(/^Анна Крылова, мар 2026/).focus();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Сохранена 1 цель.")).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await page.context().clearCookies();

  // The KAM: what was counted by hand, with where it stands; then the rows behind figures.
  await signIn(page, "anna");
  await page.goto("/targets?at=2026-03-01");
  await expect(page.getByRole("button", { name: /^Поставить цель/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Ввести значение: Оценка клиентов" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Число").fill("9,3");
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Укажите основание");
  await dialog.getByLabel("На чём основано").fill("Опрос двенадцати клиентов");
  await dialog.getByRole("button", { name: "Сохранить" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole("row", { name: /Оценка клиентов/ });
  await expect(row).toContainText("Опрос двенадцати клиентов");
  await expect(row).toContainText("103,3 %");
  await row.getByRole("link", { name: "9,3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Оценка клиентов: 9,3");
  await expect(page.locator("main")).toContainText("Анна Крылова");

  await page.goto("/targets?at=2026-03-01");
  const figure = page.getByRole("row", { name: /^Выручка на касание/ }).getByRole("link");
  await figure.click();
  await page.getByRole("link", { name: "Касания состоялись" }).click();
  await expect(page).toHaveURL(/\/targets\/rows\?/);
  const heading = page.getByRole("heading", { level: 1, name: /^Касания состоялись: \d+$/ });
  await expect(heading).toBeVisible();
  const counted = Number(String(await heading.textContent()).split(": ")[1]);
  const figures = await page.locator("tbody td:last-child").allTextContents();
  expect(figures.length).toBeGreaterThan(3);
  expect(figures.reduce((sum, text) => sum + Number(text), 0)).toBe(counted);
  expect(await axeFaults(page)).toEqual([]);
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/clients\/.*\/timeline/);
});
