import { axeFaults, expect, openBy, overflow, signIn, signInByForm, speak, test } from "./support/journey";

// Every screen in both languages and themes, wide and narrow: no axe violation, no sideways scroll, no refused script.

const screens = [
  "/book",
  "/book?q=нет-такого-клиента",
  "/account",
  "/admin/assignments",
  "/admin/people",
  "/admin/teams",
  "/progress",
  "/progress?by=client&period=quarter&list=churned",
  "/partners",
  "/plans",
  "/admin/imports",
  "/admin/dictionaries",
  "/admin/dictionaries/numbers",
  "/admin/dictionaries/questions",
  "/admin/dictionaries/cadences",
  "/admin/products",
  "/admin/products/groups",
  "/admin/products/rates",
  "/admin/measures",
  "/targets",
  "/targets?subject=team&span=quarter",
  "/targets/year?subject=team",
  "/targets/history?subject=team",
  "/admin/company",
  "/admin/calendar",
  "/admin/notices",
  "/admin/outbox",
  "/admin/audit",
];

for (const { locale, theme, narrow } of [
  { locale: "ru", theme: "light", narrow: false },
  { locale: "en", theme: "dark", narrow: true },
] as const)
  test(`R95 every screen holds in ${locale}, ${theme}, at 1280 and 360 px`, async ({ page, baseURL }) => {
    test.setTimeout(420_000);
    await page.addInitScript((chosen) => localStorage.setItem("theme", chosen), theme);
    await speak(page.context(), locale, String(baseURL));
    for (const path of ["/sign-in", "/reset"]) {
      await page.goto(path);
      expect(await axeFaults(page), path).toEqual([]);
    }
    await signInByForm(page, "natalya", locale);
    await page.goto("/book");
    const client = String(await page.locator('a[href^="/clients/"]').first().getAttribute("href"));
    await page.goto("/partners");
    const partner = String(await page.locator('main a[href^="/partners/"]').first().getAttribute("href"));
    const holds = async (path: string) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      expect(await axeFaults(page), `${path} at 1280`).toEqual([]);
      expect(await overflow(page), `${path} at 1280`).toBe(0);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await overflow(page), `${path} at 360`).toBe(0);
      // The narrow layout is the same in every language and theme: tried once.
      if (narrow) expect(await axeFaults(page), `${path} at 360`).toEqual([]);
    };
    for (const path of [
      ...screens,
      partner,
      client,
      `${client}/timeline`,
      `${client}/people`,
      `${client}/business`,
      `${client}/sales`,
      `${client}/sales/lines`,
      `${client}/contracts`,
      `${client}/history`,
    ])
      await holds(path);
    // Pay plans are the director's; so is everybody's slip.
    await page.context().clearCookies();
    await speak(page.context(), locale, String(baseURL));
    await signIn(page, "marina", locale);
    await page.goto("/pay");
    const slip = String(await page.locator('tbody a[href^="/pay/"]').first().getAttribute("href"));
    await page.goto("/pay/plans");
    const payPlan = String(await page.locator('tbody a[href^="/pay/plans/"]').first().getAttribute("href"));
    await page.goto("/plans");
    const plan = String(await page.locator('main a[href^="/plans/"]').first().getAttribute("href"));
    for (const path of ["/pay", slip, "/pay/plans", payPlan, "/pay/plans/new", `${plan}/print`]) await holds(path);
    // What a KAM begins the day with: an admin has no such day.
    await page.context().clearCookies();
    await speak(page.context(), locale, String(baseURL));
    await signIn(page, "anna", locale);
    await holds("/today");
    await holds("/pay");
    // What a client of whom nothing is known yet looks like, and a day without clients: once.
    if (!narrow) return;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("/book");
    await openBy(page.getByRole("button", { name: "New client" }));
    await page.getByRole("dialog").getByLabel("Name", { exact: false }).first().fill("Blank Page");
    await page.getByRole("dialog").getByRole("button", { name: "Add the client" }).click();
    await page.waitForURL(/\/clients\//);
    const blank = new URL(page.url()).pathname;
    for (const tab of ["", "/timeline", "/people", "/business", "/sales"]) await holds(`${blank}${tab}`);
    await page.context().clearCookies();
    await speak(page.context(), locale, String(baseURL));
    await signIn(page, "oleg", locale);
    await holds("/today");
  });
