import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "grange-world-"));

/** The file of every import in this world, where lib/io/files looks for it. */
export const importFile = { key: `ab/${"c".repeat(48)}`, content: "code,name\nP-1,Goods\n,Nameless\n" };
mkdirSync(join(folder, "ab"));
writeFileSync(join(folder, importFile.key), importFile.content);

/** From now on the app looks for files there. */
export function keepFilesOfWorld(): void {
  process.env.GRANGE_FILES = folder;
}
