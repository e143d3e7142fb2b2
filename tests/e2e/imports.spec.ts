import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

const dirty = `Отчёт о продажах;;;;;
Документ;Строка;Дата;Клиент;Количество;Сумма
Е-900001;1;15.02.2026;КЛИЕНТ;2;100,50
Е-900002;1;31.02.2026;КЛИЕНТ;1;50,00
Е-900003;1;16.02.2026;КЛИЕНТ;1;много
Итого;;;;4;150,50
`;

test("R46 R54 a dirty file of sales is checked, mended in two rows, imported and reverted", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "natalya");
  await page.goto("/book");
  const client = await page.locator('[role="grid"] a[href^="/clients/"]').first().textContent();
  await page.goto("/admin/imports");
  await page.getByRole("button", { name: "Загрузить файл" }).first().click();
  await page.locator("input[type=file]").setInputFiles({
    name: "продажи.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(dirty.replaceAll("КЛИЕНТ", (client ?? "").trim())),
  });
  await page.getByRole("button", { name: "Продолжить" }).click();
  await expect(page.getByText("Все нужные поля выбраны.")).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Проверить" }).click();
  await expect(page.getByText("Строки с ошибками: 2")).toBeVisible({ timeout: 30_000 });
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByLabel("Дата").fill("28.02.2026");
  // What was typed survives a reload.
  await page.reload();
  await expect(page.getByLabel("Дата")).toHaveValue("28.02.2026");
  await page.getByRole("button", { name: "Применить" }).first().click();
  await expect(page.getByText("Строки с ошибками: 1")).toBeVisible();
  await page.getByLabel("Сумма").fill("1 000,25");
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText(/Строки с ошибками/)).toHaveCount(0);

  await page.getByRole("button", { name: "Загрузить 3 строки" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Загрузить 3 строки" }).click();
  await expect(page.getByText("Что сделано")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main")).toContainText("1 150,75 ₽");
  await page.getByRole("button", { name: "Отменить загрузку" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("3строк удалится");
  await dialog.getByRole("button", { name: "Отменить загрузку" }).click();
  await expect(page.getByText("Загрузка отменена.")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main")).toContainText("Удалено: 3");
});
