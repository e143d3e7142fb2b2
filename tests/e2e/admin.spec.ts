import { expect, signIn, test } from "./support/journey";

test("R94 ten clients move from Monday, with a preview, a letter and an undo", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signIn(page, "anna");
  await page.goto("/book");
  const counted = async () => page.locator('[role="grid"] a[href^="/clients/"]').count();
  const before = await counted();
  await page.context().clearCookies();

  await signIn(page, "natalya");
  await page.goto("/book?q=");
  await page.goto("/admin/assignments");
  await page.getByRole("link", { name: "Анна Крылова" }).first().click();
  await expect(page.getByRole("grid")).toBeVisible();
  const boxes = page.getByRole("checkbox", { name: /^Выбрать: / });
  for (let i = 0; i < 10; i++) await boxes.nth(i).check();
  await page.getByRole("button", { name: /^Передать/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Передать 10 клиентов");
  await dialog.getByRole("combobox").first().click();
  await page.keyboard.type("Борис");
  await page.getByRole("option", { name: /Борис Юдин/ }).click();
  await expect(dialog.getByRole("button", { name: /Понедельник/ })).toHaveAttribute("aria-pressed", "true");
  await dialog.getByRole("button", { name: "Что изменится" }).click();
  await expect(dialog).toContainText("10 клиентов: переходят все");
  await dialog.getByRole("button", { name: "Передать 10 клиентов" }).click();
  await expect(page.getByText(/10 клиентов переходят с/)).toBeVisible();

  // Until Monday nothing changes for the owner.
  const kam = await browser.newPage();
  await signIn(kam, "anna");
  await kam.goto("/book");
  expect(await kam.locator('[role="grid"] a[href^="/clients/"]').count()).toBe(before);
  await kam.close();

  await page.goto("/admin/outbox");
  await expect(page.locator("main")).toContainText("boris.yudin@sever-torg.example");
  await page.goto("/admin/audit");
  await expect(page.locator("main")).toContainText("Наталья Зимина");
});

test("R91 a person of two companies switches, and sees nothing of the first in the second", async ({ page }) => {
  await signIn(page, "natalya");
  await page.goto("/book");
  await expect(page.locator("main")).toContainText("Итого");
  await page.getByRole("button", { name: /Сменить компанию/ }).click();
  await page
    .getByRole("menuitem", { name: /Northfield/ })
    .or(page.getByRole("menuitemradio", { name: /Northfield/ }))
    .click();
  await expect(page.getByRole("button", { name: /Northfield/ })).toBeVisible();
  await page.goto("/book?q=Евростандарт");
  await expect(page.locator('[role="grid"] a[href^="/clients/"]')).toHaveCount(0);
});

test("R91 a page of one company cannot write into another", async ({ page }) => {
  await signIn(page, "natalya");
  await page.goto("/admin/company");
  const second = await page.context().newPage();
  await second.goto("/book");
  await second.getByRole("button", { name: /Сменить компанию/ }).click();
  await second
    .getByRole("menuitem", { name: /Northfield|Север-Торг/ })
    .or(second.getByRole("menuitemradio", { name: /Northfield|Север-Торг/ }))
    .filter({ hasNotText: String(await second.locator("header button").first().textContent()) })
    .first()
    .click();
  await second.waitForLoadState("load");
  await second.waitForTimeout(500);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByText(/переключили компанию в другой вкладке/).first()).toBeVisible();
});
