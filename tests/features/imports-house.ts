// A company with an admin, and files that go in through the engine.
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MemberDoor, memberDoor } from "@/lib/access/job";
import { type Command, importFile, type Outcome } from "@/lib/features/imports/command";
import { House, type Person } from "./assignments-house";

export const folder = mkdtempSync(join(tmpdir(), "grange-imports-"));

const shared = process.env.GRANGE_SHARED_DATA ?? join(import.meta.dirname, "../../../shared/data");

/** A file of the data beside the project; null, said once, where it is not there. */
export function sharedFile(path: string): string | null {
  const file = join(shared, path);
  if (existsSync(file)) return file;
  process.stdout.write(
    `the data beside the project is not here: ${path} (GRANGE_SHARED_DATA says where else to look)\n`,
  );
  return null;
}

let count = 0;
/** A file for this test, of these lines. */
export function fileOf(content: string | Uint8Array, name = `file-${++count}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export type ImportHouse = { house: House; admin: Person; open: MemberDoor; load(command: Command): Promise<Outcome> };

export async function openImports(settings: { currency?: string; locale?: string } = {}): Promise<ImportHouse> {
  const house = await House.open();
  await house.owner.query("update identity.tenant set currency = $2, locale = $3 where id = $1", [
    house.company,
    settings.currency ?? "RUB",
    settings.locale ?? "ru",
  ]);
  const admin = await house.person("Анна Админ", "admin");
  const open = memberDoor({ name: "import", ability: "import:run", tenant: house.company, member: admin.member });
  return { house, admin, open, load: (command) => importFile(open, command) };
}

/** What an import found wrong: "row field code". */
export async function problemsOf(house: House, run: string): Promise<string[]> {
  const rows = await house.rows<{ said: string }>(
    "select row_no || ' ' || field || ' ' || code as said from stage.import_problem where import_id = $1 order by row_no, field, code",
    [run],
  );
  return rows.map(({ said }) => said);
}
