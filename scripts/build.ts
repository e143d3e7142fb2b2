// Builds the app for production, unless nothing that goes into it has changed.
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { hashOf, projectFolder, whenChanged } from "./project";
import { runNode } from "./run-node";

const SHARED = ["lib", "package-lock.json", "tsconfig.json"];
const PAGES = ["app", "components", "public", "next.config.ts", "tailwind.config.ts", "postcss.config.mjs", ...SHARED];
const PROGRAMS = ["scripts", ...SHARED];

export async function build(): Promise<void> {
  await whenChanged("build", ".next/BUILD_ID", hashOf(PAGES), async () => {
    console.log("Building the app…");
    const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await runNode([join(projectFolder, "node_modules/next/dist/bin/next"), "build"], env);
  });
  await whenChanged("programs", ".next/programs/serve.mjs", hashOf(PROGRAMS), bundlePrograms);
}

/** The server and the worker as plain JavaScript: they start at once and need no compiler beside them. */
async function bundlePrograms(): Promise<void> {
  await bundle({
    entryPoints: ["serve", "worker"].map((name) => join(projectFolder, "scripts", `${name}.ts`)),
    outdir: join(projectFolder, ".next/programs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    sourcemap: true,
    logLevel: "warning",
  });
}
