// `npm run bench`: every file of measures/ takes its figures, one after the other. GRANGE_BENCH_ONLY=import,doors takes some of them.
import { readdirSync } from "node:fs";
import { afterAll, expect, it, vi } from "vitest";
import type { Measure } from "./bench";
import { openBench } from "./bench";
import { Report } from "./report";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const report = new Report();
const bench = await openBench(report);
afterAll(() => bench.close());

const only = process.env.GRANGE_BENCH_ONLY?.split(",");
const names = readdirSync(`${import.meta.dirname}/measures`).map((file) => file.replace(/\.ts$/, ""));

it.each(names.filter((name) => !only || only.includes(name)))("%s", async (name) => {
  const { measure }: { measure: Measure } = await import(`./measures/${name}.ts`);
  await measure(bench);
});

it("keeps every figure within its bound", () => {
  process.stdout.write(`\n${report.table()}\n\n`);
  expect(report.over()).toEqual([]);
});
