import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

const months = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");

test("R38 R85 plans by month: a typing error is found and mended, drafts are submitted and approved at once", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "marina");
  await page.goto("/book");
  const names = await page.locator('[role="grid"] a[href^="/clients/"]').allTextContents();
  const clients = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))].slice(0, 12);
  expect(clients.length).toBeGreaterThan(3);
  // The first client's March has a nought too many.
  const rows = clients.map((name, at) =>
    [
      name.includes(";") ? `"${name}"` : name,
      ...months.map((_, month) => (at === 0 && month === 2 ? "1 200 000" : "120 000")),
    ].join(";"),
  );
  await page.goto("/admin/imports");
  await page.getByRole("button", { name: "Загрузить файл" }).first().click();
  await page.getByLabel("Что в файле").selectOption({ label: "Планы по клиентам" });
  await expect(page.getByText("Шаблон, столбец на месяц:")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles({
    name: "план 2028.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Клиент;${months.map((month) => `${month} 2028`).join(";")}\n${rows.join("\n")}\n`),
  });
  await page.getByRole("button", { name: "Продолжить" }).click();
  await expect(page.getByText("Все нужные поля выбраны.")).toBeVisible();
  await page.getByRole("button", { name: "Проверить" }).click();
  await expect(page.getByText("Похоже на опечатки: 1")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main")).toContainText("в 10 раз больше");
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page
    .getByLabel(/, мар 2028$/)
    .first()
    .fill("120 000");
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText(/Похоже на опечатки/)).toHaveCount(0);
  const load = /^Загрузить \d+ строк/;
  await page.getByRole("button", { name: load }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: load }).click();
  await expect(page.getByText("Что сделано")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Открыть планы" }).click();

  await page.goto("/plans?year=2028");
  await expect(page.locator("main")).toContainText("Черновик");
  await page.getByRole("button", { name: /^Отправить черновики: \d+$/ }).click();
  const dialog = page.getByRole("dialog");
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: /^Отправить \d+ план/ }).click();
  await expect(page.getByText(/^Отправлено: \d+ план/)).toBeVisible();
  await page.getByRole("button", { name: /^Утвердить: \d+$/ }).click();
  await dialog.getByRole("button", { name: /^Утвердить \d+ план/ }).click();
  await expect(page.getByText(/^В действии: \d+ план/)).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Черновик");
  await page.locator('main a[href^="/plans/"]').first().click();
  await expect(page.locator("main")).toContainText("Утверждён");
});
