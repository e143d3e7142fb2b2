import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./support/journey";

// What a browser must fetch before a page is complete (quality.md, Speed): everything else comes when a hand or an eye comes near.

/** Of scripts as they travel, in thousands of bytes. */
const KILOBYTES = 200;
const REQUESTS = 25;

/** They redirect, stand behind a letter, or are about what the demo has none of: an import, a plan's second version. */
const elsewhere = [
  ...["/", "/first-run", "/invite", "/no-company", "/reset/new"],
  ...["/admin/imports/[importId]", "/plans/[versionId]/compare"],
];
/** Where an address has an id, the link that leads there: first a page, then what to look for on it. */
const behind: Record<string, [string, string]> = {
  "/admin/assignments/[holder]": ["/admin/assignments", 'main a[href^="/admin/assignments/"]'],
  "/clients/[clientId]": ["/book", 'main a[href^="/clients/"]'],
  "/partners/[partnerId]": ["/partners", 'main a[href^="/partners/"]'],
  "/pay/[member]/[period]": ["/pay", 'main a[href^="/pay/"]:not([href="/pay/plans"])'],
  "/pay/plans/[planId]": ["/pay/plans", 'main a[href^="/pay/plans/"]'],
  "/plans/[versionId]": ["/plans", 'main a[href^="/plans/"]'],
  "/targets/rows": ["/targets", 'main a[href^="/targets/rows"]'],
};
/** What is about one's own work and money: an admin has neither. */
const ofDirector = /^\/(pay|plans|progress|targets|today)\b/;
const outside = ["/sign-in", "/reset"];

const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `/${dirname(file)}`.replaceAll(/\/\([a-z]+\)|\/\.$/g, "") || "/")
  .filter((route) => !elsewhere.includes(route))
  .sort();

async function weigh(page: Page, address: string) {
  const answer = await page.goto(address, { waitUntil: "load" });
  expect(answer?.status(), address).toBe(200);
  return page.evaluate(() => {
    const [whole] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const before = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).filter(
      ({ startTime }) => startTime < (whole?.loadEventStart ?? 0),
    );
    const scripts = before.filter(({ name }) => /\.js(\?|$)/.test(name));
    const sum = (sizes: number[]) => sizes.reduce((total, one) => total + one, 0);
    return {
      requests: before.length + 1,
      scripts: Math.round(sum(scripts.map(({ encodedBodySize }) => encodedBodySize)) / 1000),
      unpacked: Math.round(sum(scripts.map(({ decodedBodySize }) => decodedBodySize)) / 1000),
    };
  });
}

const found = new Map<string, string>();

async function addressOf(page: Page, route: string): Promise<string> {
  const key = Object.keys(behind).find((one) => route === one || route.startsWith(`${one}/`));
  const [from, link] = (key && behind[key]) || [];
  if (!key || !from || !link) return route;
  if (!found.has(key)) {
    await page.goto(from);
    found.set(key, String(await page.locator(link).first().getAttribute("href")));
  }
  return route.replace(key, String(found.get(key)));
}

test("every page comes with at most 200 kB of scripts and 25 requests", async ({ page }) => {
  test.setTimeout(600_000);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const weights: { route: string; scripts: number; requests: number }[] = [];
  const take = async (route: string) => {
    const { scripts, unpacked, requests } = await weigh(page, await addressOf(page, route));
    // What travels is packed; had it come from a cache, it would weigh nothing.
    expect(scripts, route).toBeGreaterThan(50);
    expect(unpacked, route).toBeGreaterThan(scripts * 2);
    weights.push({ route, scripts, requests });
  };
  for (const route of outside) await take(route);
  const inside = routes.filter((route) => !outside.includes(route));
  for (const who of ["natalya", "marina"] as const) {
    await page.context().clearCookies();
    await signIn(page, who);
    for (const route of inside) if (ofDirector.test(route) === (who === "marina")) await take(route);
  }
  expect(weights.map(({ route }) => route).sort()).toEqual(routes);
  expect(weights.filter(({ scripts }) => scripts > KILOBYTES)).toEqual([]);
  expect(weights.filter(({ requests }) => requests > REQUESTS)).toEqual([]);
});
