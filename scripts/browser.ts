// A Chromium for the browser tests: the system's, or installed here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "@/tests/support/chromium";
import { projectFolder } from "./project";
import { runNode } from "./run-node";

export async function installBrowser(): Promise<void> {
  const apt = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const wanted = [
    ...(findChromium() ? [] : ["chromium"]),
    ...(existsSync("/usr/share/fonts/truetype") ? [] : ["fonts-dejavu-core"]), // Cyrillic letters
  ];
  if (wanted.length > 0 && apt) {
    console.log(`Installing ${wanted.join(" and ")}…`);
    const run = (...args: string[]) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    run("update", "-q");
    run("install", "-qy", "--no-install-recommends", ...wanted);
  }
  if (!findChromium()) {
    await runNode(
      [join(projectFolder, "node_modules/@playwright/test/cli.js"), "install", "chromium"],
      {},
      { loud: true },
    );
  }
}
