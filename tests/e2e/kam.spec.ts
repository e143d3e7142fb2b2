import { expect, signIn, signInByForm, test } from "./support/journey";

test.use({ expected: [/status of 404/] });

test("R21 R84 a KAM sees exactly the own book, and nothing of another's", async ({ page, browser }) => {
  await signInByForm(page, "anna");
  await page.goto("/book");
  const rows = page.locator('[role="grid"] a[href^="/clients/"]');
  await expect(page.getByRole("navigation", { name: "Главное меню" }).locator('a[href^="/admin"]')).toHaveCount(0);
  const mine = await rows.count();
  expect(mine).toBeGreaterThan(90); // all on one screen
  await expect(page.locator("main")).toContainText(`Итого · ${mine}`);

  // A client of a colleague: the same page as for a random id.
  const other = await browser.newPage();
  await signIn(other, "boris");
  await other.goto("/book");
  const foreign = String(await other.locator('[role="grid"] a[href^="/clients/"]').first().getAttribute("href"));
  const foreignName = String(await other.locator('[role="grid"] a[href^="/clients/"]').first().textContent());
  await other.close();
  const answers = [];
  for (const path of [foreign, "/clients/11111111-1111-4111-8111-111111111111"]) {
    const response = await page.goto(path);
    answers.push({ status: response?.status(), text: await page.locator("main").textContent() });
  }
  expect(answers[0]?.status).toBe(404);
  expect(answers[0]).toEqual(answers[1]);

  await page.goto(`/book?q=${encodeURIComponent(foreignName)}`);
  await expect(page.locator(`a[href="${foreign}"]`)).toHaveCount(0);
});

test("R21 the book goes by keyboard: search, move, open", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/book");
  const search = page.getByRole("searchbox");
  await expect(async () => {
    await page.keyboard.press("/"); // answered once the page's script is there
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("евростандарт");
  await expect(page.locator('[role="grid"] a[href^="/clients/"]')).toHaveCount(1);
  await expect(page).toHaveURL(/q=/);
  await page.keyboard.press("Enter");
  await page.locator('[role="grid"] a[href^="/clients/"]').first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Евростандарт");
});

test("R45 R59 R61 a client's page says who they are, since when, and their hour", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/book?q=евростандарт");
  await page.locator('[role="grid"] a[href^="/clients/"]').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Евростандарт");
  const main = page.locator("main");
  await expect(main).toContainText("Екатеринбург, у них");
  await expect(main).toContainText("с нами");
  await expect(main).toContainText("Инициирование");
  await expect(main).toContainText("Анна Крылова ведёт с");
  await expect(main).toContainText("Ирина Власова");
});
