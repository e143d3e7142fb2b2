// The steps of `npm test`, of `npm run soak` with --soak, or of `npm run bench` with --bench. Ends with "N passed, N failed" and a code that says the same.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installBrowser } from "./browser";
import { build } from "./build";
import { generate } from "./generate";
import { stopCluster } from "./postgres";
import { dataFolder, freePort, projectFolder, readOptional } from "./project";
import { runNode } from "./run-node";

type Counts = { passed: number; failed: number };

const soak = process.argv.includes("--soak");
const bench = process.argv.includes("--bench");
const reports = join(dataFolder, "reports");
const total: Counts = { passed: 0, failed: 0 };
const tool = (path: string) => join(projectFolder, "node_modules", path);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
await step("database client", counted(generate));
if (!soak && !bench) {
  await step(
    "lint",
    counted(() => runNode([tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."])),
  );
  await step("types", counted(checkTypes));
  await step("tests", () => vitest("tests", {}));
}
if (bench) await step("bench", () => vitest("bench", { GRANGE_BENCH: "1" }));
else if (await step("build", counted(build))) {
  await step("kills", () => vitest("kills", { GRANGE_SOAK: "1", GRANGE_KILLS: soak ? "20" : "3" }));
  if (!soak) await step("browser", browserTests);
}
for (const cluster of ["test", "e2e", "kills", "imports", "bench", "bench-app"]) await stopCluster(cluster);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs one step and adds its tests to the total. The others run whatever happens. */
async function step(name: string, work: () => Promise<Counts>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const counts = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `── ${name}: ${counts.failed ? "FAILED" : "ok"} (${counts.passed} passed, ${counts.failed} failed, ${seconds} s)`,
  );
  return counts.failed === 0;
}

/** A step without tests of its own: done, or thrown. */
function counted(work: () => Promise<void>): () => Promise<Counts> {
  return async () => {
    await work();
    return { passed: 1, failed: 0 };
  };
}

async function checkTypes(): Promise<void> {
  // The types of the routes: links to pages that do not exist are errors.
  await runNode([tool("next/dist/bin/next"), "typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
  await runNode([tool("typescript/bin/tsc"), "--noEmit"]);
}

async function vitest(name: string, env: Record<string, string>): Promise<Counts> {
  const report = join(reports, `${name}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const broken = await failureOf(runNode([tool("vitest/vitest.mjs"), ...args], env, { loud: true }));
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readOptional(report) ?? "{}");
  // A file that cannot be loaded fails without a failed test.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, broken) };
}

async function browserTests(): Promise<Counts> {
  await installBrowser();
  const report = join(reports, "browser.json");
  const env = { E2E_REPORT: report, E2E_PORT: String(await freePort(3210)) };
  const broken = await failureOf(runNode([tool("@playwright/test/cli.js"), "test"], env, { loud: true }));
  const { stats = {} } = JSON.parse(readOptional(report) ?? "{}");
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0) + (stats.skipped ?? 0);
  return { passed: stats.expected ?? 0, failed: Math.max(failed, broken) };
}

function failureOf(run: Promise<void>): Promise<0 | 1> {
  return run.then(
    () => 0,
    () => 1,
  );
}
