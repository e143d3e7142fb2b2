import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../../shared/data");

/** A file of the data that lies beside the project, or null where it is not there; a test then says so and passes by. */
export function sharedData(path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}

export const notThere = "the data beside the project (../shared/data) is not here";
