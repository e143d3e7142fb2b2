import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

test("R4 R22 R26 R28 R88 a KAM is told whom to call, sees what was said, writes the call down by keyboard and is believed", async ({
  page,
}) => {
  const main = page.locator("main");
  const row = main.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Евростандарт", exact: true }) });
  await signIn(page, "anna");
  await page.goto("/today");
  await expect(row.first()).toContainText("Нет заказа");
  await expect(row.first()).toContainText("Пётр Гай: нет контакта");
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.first().getByRole("link", { name: "Евростандарт", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Евростандарт");
  await expect(main).toContainText("О чём говорили в последний раз");
  await expect(main).toContainText("Ждут решения по скидке на объём");

  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("О чём")).toBeVisible();
  await dialog.getByRole("button", { name: "Пётр Гай" }).press("Enter");
  await dialog.getByRole("button", { name: "Добавить обещание" }).press("Enter");
  await dialog.getByPlaceholder("Что обещано").fill("Прислать график на декабрь");
  await dialog.getByLabel("О чём").fill("График отгрузок");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(main).toContainText("График отгрузок");

  await page.getByRole("link", { name: "Лента", exact: true }).click();
  await expect(main.getByRole("list", { name: "Что было" })).toContainText("Звонок: Пётр Гай График отгрузок");
  await expect(main.getByRole("list", { name: "Впереди" })).toContainText("Прислать график на декабрь");
  await page.goto("/today");
  await expect(row.first()).toContainText("Нет заказа");
  await expect(main).not.toContainText("Пётр Гай: нет контакта");

  await row.first().getByRole("link", { name: "Евростандарт", exact: true }).click();
  await page.getByRole("button", { name: "Выполнено: Прислать график на декабрь" }).click();
  await expect(page.getByRole("button", { name: "Выполнено: Прислать график на декабрь" })).toHaveCount(0);
  await page.getByRole("button", { name: "Всё так: Штат" }).click();
  await expect(page.getByRole("button", { name: "Всё так: Штат" })).toHaveCount(0);
});
