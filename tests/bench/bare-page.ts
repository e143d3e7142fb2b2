// The least that Next can do: a page with as many plain cells as the book's list has. Built and served beside it, for the ratio.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder, freePort, projectFolder } from "@/scripts/project";
import { runNode } from "@/scripts/run-node";

const folder = join(dataFolder, "bench-bare");
const next = join(projectFolder, "node_modules/next/dist/bin/next");

const files = {
  "package.json": `{ "type": "module", "private": true }`,
  "next.config.js": `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(projectFolder)} } };`,
  "app/layout.js": "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  "app/page.js": `export const dynamic = "force-dynamic";
    const rows = Array.from({ length: 50 }, (_, row) => Array.from({ length: 8 }, (_, cell) => "Row " + row + ", cell " + cell));
    export default async function Page() {
      return <table><tbody>{rows.map((cells, row) => <tr key={row}>{cells.map((text, cell) => <td key={cell}>{text}</td>)}</tr>)}</tbody></table>;
    }`,
};

export async function startBarePage(): Promise<{ url: string; stop(): void }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  await runNode([next, "build", folder], env);
  const port = await freePort(3400);
  const child = spawn(process.execPath, [next, "start", folder, "--port", String(port)], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { url, stop: () => void child.kill() };
    await sleep(100);
  }
  child.kill();
  throw new Error("the bare page never answered");
}
