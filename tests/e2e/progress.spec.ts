import { expect, signIn, test } from "./support/journey";

test("R93 R24 from progress three clicks reach the client behind the largest gap, with the reason on the screen", async ({
  page,
}) => {
  await signIn(page, "oleg");
  await page.goto("/progress");
  // The running month is held against what is due of it.
  await expect(page.getByRole("table", { name: /Выполнение по месяцам/ })).toContainText("на сегодня");
  // Under the pointer the running sums say their month.
  const chart = page.getByRole("figure", { name: /нарастающим итогом по месяцам/ });
  await chart.hover();
  await expect(async () => {
    await chart.hover({ position: { x: 250, y: 100 } });
    await chart.hover({ position: { x: 260, y: 110 } });
    await expect(chart).toContainText(/план\s*\d+,\d/, { timeout: 500 });
  }).toPass();
  const rows = page.getByRole("region", { name: "Менеджеры" }).locator("tbody tr");
  await expect(rows).not.toHaveCount(0);
  await rows.first().getByRole("link").first().click();
  await expect(page).toHaveURL(/by=client.*member=|member=.*by=client/);
  const clients = page.getByRole("region", { name: "Клиенты" }).locator("tbody tr");
  // The furthest behind first: the first that still stands in the team's reach and shows why.
  const late = clients.filter({ hasText: /сбился с ритма|касание просрочено|потерян/ }).first();
  const name = String(await late.getByRole("link").first().textContent());
  await late.getByRole("link", { name: /^Открыть карточку/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.locator("main")).toContainText(/дн/);

  await page.goto("/progress?by=source");
  await expect(page.locator("main")).toContainText("План знает клиентов и месяцы");
});
