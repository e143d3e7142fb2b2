import type { DateSystem } from "@/lib/domain/import/serial-day";
import { fileFormat } from "./file-format";
import { readLimits } from "./read-limits";
import { openWorkbook } from "./workbook";

/** From which day a file's serial numbers count. */
export async function fileDates(path: string): Promise<DateSystem> {
  if ((await fileFormat(path)) === "csv") return "1900";
  const book = await openWorkbook(path, readLimits);
  await book.file.close();
  return book.system;
}
