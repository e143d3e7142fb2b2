import { expect, signIn, signInByForm, test } from "./support/journey";

test("R84 R96 a lead sees the team's clients and moves them within the team only", async ({ page }) => {
  await signInByForm(page, "oleg");
  const menu = page.getByRole("navigation", { name: "Главное меню" });
  await expect(menu).toContainText("Портфель");
  await expect(menu).toContainText("Закрепления");
  await expect(menu.getByRole("link", { name: "Люди" })).toHaveCount(0);
  await page.goto("/book?group=owner");
  await expect(page.locator("main")).toContainText("Анна Крылова");
  await expect(page.locator("main")).not.toContainText("Дарья Мельник");

  await page.goto("/admin/assignments");
  await page.getByRole("link", { name: "Анна Крылова" }).first().click();
  await page
    .getByRole("checkbox", { name: /^Выбрать: / })
    .first()
    .check();
  await page.getByRole("button", { name: /^Передать/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().click();
  await page.keyboard.type("Дарья");
  await expect(page.getByRole("option", { name: /Дарья/ })).toHaveCount(0);
});

test("R96 what a role may not open is not there", async ({ page }) => {
  await signIn(page, "oleg");
  const response = await page.goto("/admin/company");
  expect(response?.status()).toBe(404);
});
test.use({ expected: [/status of 404/] });
