import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

process.env.TZ = "Asia/Kathmandu"; // +05:45: code that confuses UTC, the server's zone and a person's zone fails here

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const files = (...folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);
const withDatabase = files("access", "features", "platform");
const apart = files("e2e", "soak", "bench"); // Playwright's, and those that have the machine for themselves

/** Those that put something of theirs in the place of a module of ours: nobody else may meet it. */
const replacing = readdirSync(path("tests"), { recursive: true, encoding: "utf8" })
  .map((file) => `tests/${file}`)
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(path(file), "utf8").includes('vi.mock("@/'));

const onDatabase = {
  globalSetup: ["tests/support/database.ts"],
  setupFiles: ["tests/support/console-setup.ts", "tests/support/database-setup.ts"],
  testTimeout: 20_000,
  hookTimeout: 30_000,
};

// Files of a project share what they import (a second of work each): code keeps nothing from one file to the next, and database-setup.ts puts back
// what a file has changed of its process.
const everyTest = [
  {
    extends: true as const,
    test: {
      name: "plain",
      include: files("**"),
      exclude: [...withDatabase, ...apart, ...replacing],
      isolate: false,
      setupFiles: ["tests/support/console-setup.ts"],
    },
  },
  {
    extends: true as const,
    test: { name: "database", include: withDatabase, exclude: replacing, isolate: false, ...onDatabase },
  },
  { extends: true as const, test: { name: "replacing", include: replacing, ...onDatabase } },
];

const isSoak = Number(process.env.GRANGE_KILLS ?? 3) > 3;

/** A whole built Grange that is killed again and again: apart from the others, because it needs the machine for itself. */
const kills = {
  extends: true as const,
  test: {
    name: "kills",
    // `npm test` kills three times and leaves the imports to `npm run soak`.
    include: isSoak ? ["tests/soak/*.test.ts"] : ["tests/soak/kills.test.ts"],
    setupFiles: ["tests/support/console-setup.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
};

/** What `npm run soak` does to a database alone, thousands of times. */
const floods = {
  extends: true as const,
  test: {
    name: "floods",
    include: ["tests/soak/floods/**/*.test.ts"],
    globalSetup: ["tests/support/database.ts"],
    setupFiles: ["tests/support/console-setup.ts", "tests/support/database-setup.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
};

/** The ratios of `npm run bench`: one after the other, with the machine for themselves. */
const bench = {
  extends: true as const,
  test: {
    name: "bench",
    include: ["tests/bench/**/*.test.ts"],
    env: { AUTH_SECRET: "of the bench alone: 0123456789 0123456789" },
    testTimeout: 7_200_000,
    hookTimeout: 300_000,
  },
};

const chosen = process.env.GRANGE_BENCH
  ? [bench]
  : process.env.GRANGE_SOAK
    ? isSoak
      ? [kills, floods]
      : [kills]
    : everyTest;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: path("./") },
      { find: "server-only", replacement: path("./tests/support/empty.ts") },
    ],
  },
  test: {
    env: { TZ: "Asia/Kathmandu", NODE_ENV: "test", GRANGE_LOG: "silent" },
    // Two, also on two cores: a file waits for its database about as long as it works.
    maxWorkers: process.env.GRANGE_BENCH || process.env.GRANGE_SOAK ? 1 : 2,
    projects: chosen,
  },
});
