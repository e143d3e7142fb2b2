import { expect, signIn, test } from "./support/journey";

const line = '[role="grid"] tr[data-at]';
/** The figures of a panel that says why: "1 234,50 ₽ ÷ 2 000,00 ₽ = 61,7 %; …". */
const figures = (text: string) =>
  text.match(/−?\d[\d\u00a0\u202f]*,\d\d(?!\d)/g)?.map((one) => one.replaceAll(/[^\d,−]/g, "")) ?? [];

test("R24 R85 a KAM sees in the book who is behind the plan, why, and by how much", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "anna");
  await page.goto("/book");
  const grid = page.locator('[role="grid"]');
  await expect(page.locator("header, main").getByText("плана года").first()).toBeVisible();

  // The largest gap on top.
  await grid.locator("thead").getByRole("button", { name: "План года" }).click();
  await expect(page).toHaveURL(/sort=year/);
  await page.goto("/book?sort=year&group=none");
  const first = page.locator(line).first();
  const name = String(await first.locator(".dt-title a").textContent());
  const year = first.locator('[data-why="year"]');
  await expect(year.locator("svg.bullet-red")).toBeVisible();

  // Why: fact, plan and plan to date, and the months that make them.
  await year.click();
  const why = page.getByRole("dialog");
  await expect(why).toContainText("рабочих дней");
  const [fact, plan] = figures(String(await why.locator("dd").first().textContent()));
  expect(fact).toBeTruthy();
  await page.keyboard.press("Escape");
  await expect(why).toHaveCount(0);
  await expect(year).toBeFocused();
  await page.keyboard.press("Enter");
  await why.getByRole("link", { name: "План и факт по месяцам" }).click();
  await expect(page).toHaveURL(/\/progress\?by=month/);
  await expect(page.locator("main")).toContainText(name);
  await page
    .getByRole("button", { name: /^Выполнение/ })
    .first()
    .click();
  expect(figures(String(await page.getByRole("dialog").locator("dd").first().textContent()))).toEqual([fact, plan]);

  // The filter shows as many as it promises, none of them on plan.
  await page.goto("/book?group=none");
  const chip = page
    .locator("main")
    .getByText(/^Отстают от плана/)
    .first();
  const promised = Number(/\d+/.exec(String(await chip.textContent()))?.[0]);
  expect(promised).toBeGreaterThan(0);
  await chip.click();
  await expect(page).toHaveURL(/behind=1/);
  await expect(page.locator(line)).toHaveCount(promised);
  await expect(page.locator(`${line} [data-why="year"] svg:not(.bullet-red, .bullet-amber)`)).toHaveCount(0);
});

test("R24 a group's sum of plans is that of its rows, and opens them", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "oleg");
  await page.goto("/book?group=owner");
  const group = page.locator("tr.dt-group").first();
  const shown = String(await group.locator('[data-why="year"]').textContent());
  await group.locator('[data-why="year"]').click();
  const why = page.getByRole("dialog");
  const said = figures(String(await why.locator("dd").first().textContent()));
  expect(said).toHaveLength(5);
  await why.getByRole("link", { name: "Показать только их" }).click();
  await expect(page).toHaveURL(/owner=.*group=none|group=none.*owner=/);
  const total = page.locator("tr.dt-total");
  await expect(total.locator('[data-why="year"]')).toHaveText(shown);
  await total.locator('[data-why="year"]').click();
  await expect(page.getByRole("dialog").locator("dd").first()).toBeVisible();
  expect(figures(String(await page.getByRole("dialog").locator("dd").first().textContent()))).toEqual(said);
});

test("R24 the same plan stands in the book, on the client's page and, for one's own, on the day", async ({ page }) => {
  await signIn(page, "anna");
  await page.goto("/book?sort=year&group=none");
  const first = page.locator(line).first();
  const words = (text: string | null) => String(text).replaceAll(/\s+/g, " ");
  const percent = /\d+ %/.exec(words(await first.locator('[data-why="year"]').textContent()))?.[0];
  expect(percent).toBeTruthy();
  await first.locator(".dt-title a").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const card = page.locator("section").filter({ has: page.locator("svg.bullet") });
  await expect(card.locator("svg.bullet")).toHaveCount(2);
  expect(words(await card.textContent())).toContain(String(percent));
  await page.goto("/today");
  await expect(page.locator("main svg.bullet")).toHaveCount(2);
});
