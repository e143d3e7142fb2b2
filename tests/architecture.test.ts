import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { longForAReason, nameFaults, sizeFault, textFaults } from "./support/house-rules";
import { importFault, importsOf, rings } from "./support/imports";
import { leavingFaults } from "./support/taken-away";

const root = join(import.meta.dirname, "..");
const made = new Set(["node_modules", "generated", "test-results", "playwright-report"]);

/** Every file that people write, as a path from the project's root. Dot folders and what tools make are not. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return entry.name.startsWith(".") || made.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

const files = ["app", "components", "lib", "prisma", "scripts", "tests"].flatMap(filesBelow);
const sources = files
  .filter((path) => /\.(ts|tsx|mjs|css|sql|prisma)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const code = sources.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));
const imports = code.flatMap(({ path, text }) => importsOf(path, text));

/** This test and its rules show what is forbidden, so they hold it. */
const showsFaults = /^tests\/(architecture-rules\.test|support\/(house-rules|imports))\.ts$/;

describe("the house of architecture.md", () => {
  it("imports point down, as its table says", () => {
    const faults = imports.flatMap((one) => {
      const why = importFault(one);
      return why ? [`${one.from} → ${one.to}: ${why}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it("features do not need each other in a ring, nor do folders of components", () => {
    expect(rings(imports)).toEqual([]);
  });

  it("names say what a thing is", () => {
    expect(files.flatMap((path) => nameFaults(path).map((why) => `${path}: ${why}`))).toEqual([]);
  });

  it("no file is over 250 lines, but for a reason that is written down", () => {
    const faults = sources.flatMap(({ path, text }) => {
      const why = sizeFault(path, text);
      return why ? [`${path}: ${why}`] : [];
    });
    expect(faults).toEqual([]);
    expect(Object.keys(longForAReason).filter((path) => !files.includes(path))).toEqual([]);
  });

  it("each rule of the house is kept in every file", () => {
    const faults = code
      .filter(({ path }) => !showsFaults.test(path))
      .flatMap(({ path, text }) => textFaults(path, text).map((why) => `${path}: ${why}`));
    expect(faults).toEqual([]);
  });

  it("every table and list of a screen leaves as a file from there, or says why not", () => {
    expect(leavingFaults(sources, imports)).toEqual([]);
  });

  it("the top level is the one that everybody knows", () => {
    const folders = ["app", "components", "docs", "lib", "prisma", "public", "scripts", "tests"];
    const plain = [
      "README.md",
      "next.config.ts",
      "package.json",
      "playwright.config.ts",
      "tailwind.config.ts",
      "tsconfig.json",
    ];
    const forTools = [
      "biome.json",
      "knip.json",
      "package-lock.json",
      "postcss.config.mjs",
      "prisma.config.ts",
      "proxy.ts",
      "vitest.config.ts",
    ];
    const known = new Set([...folders, ...plain, ...forTools, ...made, "next-env.d.ts", "tsconfig.tsbuildinfo"]);
    const strangers = readdirSync(root).filter(
      (name) => !name.startsWith(".") && !known.has(name) && !name.endsWith(".log"),
    );
    expect(strangers).toEqual([]);
  });
});
