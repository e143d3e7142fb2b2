import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

/** Everyone in the demo has this one (prisma/seed/demo.ts). */
const password = "grange-demo-book";

export const people = {
  anna: "anna.krylova@sever-torg.example",
  boris: "boris.yudin@sever-torg.example",
  gleb: "gleb.orlov@sever-torg.example",
  oleg: "oleg.streltsov@sever-torg.example",
  marina: "marina.severova@sever-torg.example",
  natalya: "natalya.zimina@sever-torg.example",
  owen: "owen.marsh@northfield.example",
} as const;

/** A page whose every script error, refused script (CSP) and failed request fails the test. `expected` names answers that are meant. */
export const test = base.extend<{ complaints: string[]; expected: RegExp[] }>({
  // biome's rule of empty patterns and playwright's need of a pattern meet here: a fixture without others.
  expected: async ({ baseURL }, use) => {
    await use(baseURL ? [] : [/./]);
  },
  complaints: [
    async ({ page, expected }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export async function speak(context: BrowserContext, locale: "ru" | "en", url: string): Promise<void> {
  await context.addCookies([{ name: "grange-locale", value: locale, url }]);
}

/** Signs in as the form does, without its page: most journeys begin elsewhere. */
export async function signIn(page: Page, who: keyof typeof people, locale: "ru" | "en" = "ru"): Promise<void> {
  const csrf = await page.request.get("/api/auth/csrf");
  const { origin } = new URL(csrf.url());
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { origin },
    form: { csrfToken, email: people[who], password, json: "true" },
  });
  expect(answer.status(), `${people[who]} signs in`).toBe(200);
  await speak(page.context(), locale, origin);
}

/** Signs in by hand; answers on the first page of the day. */
export async function signInByForm(page: Page, who: keyof typeof people, locale: "ru" | "en" = "ru"): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(people[who]);
  await page.locator("input[type=password]").fill(password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await speak(page.context(), locale, page.url());
}

/**
 * Presses what opens a dialog; again only when nothing came of it for a while: a page that is just loaded may not listen yet, and a second press upon
 * a dialog that is on its way would close it.
 */
export async function openBy(button: Locator): Promise<void> {
  const dialog = button.page().getByRole("dialog");
  await expect(async () => {
    if (!(await dialog.isVisible())) await button.click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 8_000 });
  }).toPass();
}

/** One of many, found by typing: the list comes with the first opening, so what is typed before it would be lost. */
export async function choose(box: Locator, typed: string, option: string | RegExp): Promise<void> {
  await box.click();
  await box.page().locator("[cmdk-input]").fill(typed);
  await box.page().getByRole("option", { name: option }).click();
}

/** WCAG 2.2 AA and best practices on the page as it stands; answers what is wrong, in one line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // In the page itself and without the passes: no page of ours has frames, and nobody reads what is right.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
