import type { Page } from "@playwright/test";
import { axeFaults, expect, overflow, signIn, test } from "./support/journey";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const grid = (page: Page) => page.getByRole("grid", { name: /^План: Анна Крылова/ });
const status = (page: Page) => page.getByText(/разложен[ао] по правилу/);
const cell = (page: Page, row: number, month: number) => page.locator(`#plan-cell-${row}-${month}`);

/** An amount as it is written: with whatever space the language puts into it. */
const written = (amount: string) => new RegExp(`^(.* )?${amount.replaceAll(" ", "\\s")}`);

/** The next change of the sheet is in the database and on the screen. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("td.sent")).toHaveCount(0);
}

test("R85 a figure is split, pinned by keys, pasted from Excel, undone, submitted, approved, revised and compared", async ({
  page,
}) => {
  test.setTimeout(240_000);
  // The lead gives the figure for a year that nobody has planned yet; it lies over clients and months at once.
  await signIn(page, "oleg");
  await page.goto("/plans?year=2027");
  await page.getByRole("button", { name: "Новый план" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Чей план").selectOption({ label: "Анна Крылова" });
  await form.getByLabel("Цифра на год").fill("много");
  await form.getByRole("button", { name: "Разложить цифру" }).click();
  await expect(form).toContainText("Это не сумма.");
  await form.getByLabel("Цифра на год").fill("240 000 000,01");
  await form.getByLabel("Прирост, %").fill("5");
  await form.getByRole("button", { name: "Разложить цифру" }).click();
  await expect(grid(page)).toBeVisible();
  await expect(status(page)).toHaveAttribute("title", written("240 000 000,01 ₽"));
  expect(await axeFaults(page)).toEqual([]);
  const address = page.url();

  // The KAM knows better: two cells by the keyboard alone, one back, and the figure stands.
  await page.context().clearCookies();
  await signIn(page, "anna");
  await page.goto(address);
  await grid(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("1000000");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2 500 000,50");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(cell(page, 0, 0)).toHaveClass(/pinned/);
  await expect(cell(page, 0, 1)).toHaveAttribute("title", written("2 500 000,50 ₽"));
  await expect(page.getByText(/закреплено 3,5\sмлн/)).toBeVisible();
  await expect(status(page)).toHaveAttribute("title", written("236 499 999,51 ₽"));
  await page.keyboard.press("ControlOrMeta+KeyZ");
  await settled(page);
  await expect(cell(page, 0, 1)).not.toHaveClass(/pinned/);
  await expect(status(page)).toHaveAttribute("title", written("239 000 000,01 ₽"));

  // A word is kept where it was typed, in red, and Escape lets it go.
  await cell(page, 1, 0).click();
  await page.keyboard.type("12x");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, 0)).toHaveClass(/fault/);
  await page.keyboard.press("Escape");
  await expect(cell(page, 1, 0)).not.toHaveClass(/fault/);

  // What is typed and then left for another cell is kept, what Escape ends is not, and Delete gives a cell back.
  await cell(page, 6, 6).click();
  await page.keyboard.type("777");
  await page.keyboard.press("Escape");
  await expect(cell(page, 6, 6)).not.toHaveClass(/pinned/);
  await page.keyboard.type("700000");
  await cell(page, 7, 7).click();
  await settled(page);
  await expect(cell(page, 6, 6)).toHaveAttribute("title", written("700 000,00 ₽"));
  await expect(cell(page, 7, 7)).not.toHaveClass(/pinned/);
  await cell(page, 6, 6).click();
  await page.keyboard.press("Delete");
  await settled(page);
  await expect(cell(page, 6, 6)).not.toHaveClass(/pinned/);
  // Even one that is still on its way, and which the sheet does not show yet.
  await page.keyboard.type("650000");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await settled(page);
  await page.reload();
  await expect(cell(page, 6, 6)).toHaveAttribute("title", /₽/);
  await expect(cell(page, 6, 6)).not.toHaveClass(/pinned/);

  // A block as Excel copies it: all of it, or nothing of it.
  await page.evaluate(() => navigator.clipboard.writeText("100 000\t200 000,25\r\n300 000\tнет\r\n"));
  await cell(page, 2, 3).click();
  await page.keyboard.press("ControlOrMeta+KeyV");
  const refusal = page.locator("main").getByText("1 ячейку блока принять нельзя");
  await expect(page.locator("main").getByRole("alert")).toContainText("1 ячейку блока принять нельзя");
  await page.getByRole("button", { name: "Отменить ввод" }).click();
  // With it goes its line above the sheet: a click before that would land a row lower.
  await expect(refusal).toHaveCount(0);
  await expect(cell(page, 2, 3)).not.toHaveClass(/pinned/);
  await page.evaluate(() => navigator.clipboard.writeText("100 000\t200 000,25\r\n300 000\t400 000\r\n"));
  await cell(page, 2, 3).click();
  await page.keyboard.press("ControlOrMeta+KeyV");
  await settled(page);
  await expect(status(page)).toHaveAttribute("title", written("237 999 999,76 ₽"));
  await expect(cell(page, 3, 4)).toHaveAttribute("title", written("400 000,00 ₽"));

  // More than the figure is refused, with the excess named; nothing is changed.
  await cell(page, 5, 5).click();
  await page.keyboard.type("500000000");
  await page.keyboard.press("Enter");
  await expect(page.locator("main").getByRole("alert")).toContainText(/превысили бы цифру плана на 262\s000\s000,24/);
  await page.getByRole("button", { name: "Отменить ввод" }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "На согласование" }).click();
  await expect(page.getByText("Отправлено. Утверждает руководитель или директор.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Утвердить" })).toHaveCount(0);

  // What stood there before the reload stands there after it.
  await page.context().clearCookies();
  await signIn(page, "oleg");
  await page.goto(address);
  await expect(status(page)).toHaveAttribute("title", written("237 999 999,76 ₽"));
  await page.getByRole("button", { name: "Утвердить" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Утвердить" }).click();
  await expect(
    page
      .locator("main")
      .getByText(/действует\sс\s1\sянваря/)
      .first(),
  ).toBeVisible();

  await page.getByRole("button", { name: "Пересмотреть" }).click();
  const revision = page.getByRole("dialog");
  await revision.getByRole("button", { name: "Пересмотреть" }).click();
  await expect(revision.getByLabel("Почему")).toHaveAttribute("aria-invalid", "true");
  await revision.getByLabel("Почему").fill("Новый договор с весны");
  await revision.getByRole("button", { name: "Пересмотреть" }).click();
  await page.waitForURL((url) => url.href !== address);
  await cell(page, 0, 0).click();
  await page.keyboard.type("3000000");
  await page.keyboard.press("Enter");
  await settled(page);
  await page.getByRole("link", { name: "Сравнить с этой" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Версии 1 и 2");
  await expect(page.locator("main")).toContainText("Новый договор с весны");
  await expect(page.getByTitle(written("1 000 000,00 ₽ → 3 000 000,00 ₽"))).toHaveCount(1);
  expect(await axeFaults(page)).toEqual([]);
});
