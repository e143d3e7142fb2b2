import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./tests/support/chromium";

// Evaluated again in every worker process: the first one decides.
process.env.E2E_PORT ??= "3210";
const port = process.env.E2E_PORT;

/** These change nothing: they run beside the journeys, which change the one demo and so come one after the other. */
const onlyLook = ["screens.spec.ts", "weight.spec.ts"];

/** The day on which the browser tests take place: the demo is made for it, and the app believes it. */
export const today = "2026-03-18";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  projects: [
    { name: "journeys", testIgnore: onlyLook, workers: 1 },
    { name: "looks", testMatch: onlyLook, workers: 1 },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT ? [["list"], ["json", { outputFile: process.env.E2E_REPORT }]] : [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    // The trace has every page as it stood at every step; to film them all besides costs an eighth of the browser's time.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
  },
  webServer: {
    // The real thing, on an embedded database of its own that begins with the demo.
    command: "node scripts/start.mjs --reset-demo",
    url: `http://localhost:${port}/readyz`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: port,
      GRANGE_CLUSTER: "e2e",
      GRANGE_TODAY: today,
      GRANGE_LOG: "warn",
      DATABASE_URL: "",
      MIGRATE_URL: "",
    },
  },
});
