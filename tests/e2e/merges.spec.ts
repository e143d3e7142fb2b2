import type { Page } from "@playwright/test";
import { axeFaults, choose, expect, signIn, test } from "./support/journey";

const nameOf = (page: Page) => page.getByRole("heading", { level: 1 });
const people = (page: Page) =>
  page
    .locator("main")
    .getByRole("listitem")
    .getByRole("button", { name: /^Изменить: / });

async function open(page: Page, name: string): Promise<string> {
  await page.goto(`/book?q=${encodeURIComponent(name)}`);
  const link = page.getByRole("grid").getByRole("link", { name, exact: true });
  const address = String(await link.getAttribute("href"));
  await page.goto(address);
  await expect(nameOf(page)).toHaveText(name);
  return address;
}

/** How many people the client's tab says it has. */
async function counted(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/people`);
  await expect(people(page).first()).toBeVisible();
  return people(page).count();
}

test("13.8 an admin makes one card of two, sees what goes along, and takes it back twice: at once and from the history", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "natalya");
  const loser = await open(page, "Балт-Опт");
  const theirs = await counted(page, loser);
  const winner = await open(page, "Парус-Опт");
  const ours = await counted(page, winner);
  const dialog = page.getByRole("dialog");

  async function merge() {
    await page.goto(winner);
    await page.getByRole("button", { name: "Ещё", exact: true }).click();
    await page.getByRole("menuitem", { name: "Объединить с другим клиентом…" }).click();
    await choose(dialog.getByRole("combobox"), "Балт-Опт", /Балт-Опт/);
    await expect(dialog.getByRole("radio", { name: /Парус-Опт/ })).toBeChecked();
    await expect(dialog.getByText("Перейдёт")).toBeVisible();
    await expect(dialog).toContainText(/\d+ строк\S* продаж/);
    await expect(dialog).toContainText("ничьи показатели не изменятся");
  }

  await merge();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Объединить", exact: true }).click();
  const done = page.getByText("«Балт-Опт» теперь часть карточки «Парус-Опт».");
  await expect(done).toBeVisible();
  await expect(nameOf(page)).toHaveText("Парус-Опт");
  await page.getByRole("button", { name: "Отменить", exact: true }).click();
  await expect(page.getByText("Карточки снова отдельно.")).toBeVisible();
  expect(await counted(page, loser)).toBe(theirs);
  expect(await counted(page, winner)).toBe(ours);

  await merge();
  await dialog.getByRole("button", { name: "Объединить", exact: true }).click();
  await expect(done).toBeVisible();
  expect(await counted(page, winner)).toBe(ours + theirs);
  // The old address leads to the card that is left, and the book knows one of them.
  await page.goto(loser);
  await expect(nameOf(page)).toHaveText("Парус-Опт");
  await page.goto("/book?q=Балт-Опт");
  await expect(page.getByRole("grid").getByRole("link", { name: "Балт-Опт", exact: true })).toHaveCount(0);
  await page.goto(`${winner}/history`);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Отменить объединение" }).click();
  await expect(page.getByText("Карточки снова отдельно.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Отменить объединение" })).toHaveCount(0);
  expect(await counted(page, winner)).toBe(ours);
  expect(await counted(page, loser)).toBe(theirs);
  await expect(nameOf(page)).toHaveText("Балт-Опт");
});

test("13.8 a KAM makes one person of two and takes it back", async ({ page }) => {
  await signIn(page, "anna");
  const address = await open(page, "Вектор-Мед");
  const before = await counted(page, address);
  const main = page.locator("main");
  await page.getByRole("button", { name: "Объединить с другим человеком…: Яков Мухин" }).click();
  const dialog = page.getByRole("dialog");
  await choose(dialog.getByRole("combobox"), "Киреев", /Богдан Киреев/);
  await dialog.getByRole("button", { name: "Объединить", exact: true }).click();
  await expect(page.getByText("«Яков Мухин» теперь часть записи «Богдан Киреев».")).toBeVisible();
  await expect(people(page)).toHaveCount(before - 1);
  await expect(main.getByText("Яков Мухин")).toHaveCount(0);
  await page.getByRole("button", { name: "Отменить", exact: true }).click();
  await expect(people(page)).toHaveCount(before);
  await expect(main.getByText("Яков Мухин").first()).toBeVisible();
});
