// Generates the database client (lib/db/generated) from prisma/, unless it is up to date.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf, projectFolder, whenChanged } from "./project";
import { runNode } from "./run-node";

export async function generate(): Promise<void> {
  const hash = hashOf([
    "prisma/schema.prisma",
    "prisma/models",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  await whenChanged("generate", "lib/db/generated/client.ts", hash, async () => {
    console.log("Generating the database client…");
    // The command wants an engine that it does not use here: any file will do, so that nothing is downloaded. Not for
    // other commands: with this setting `prisma migrate` would do nothing and not say so.
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
    await runNode([join(projectFolder, "node_modules/prisma/build/index.js"), "generate"], env);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
