import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { DataExport } from "./data-export";
import type { DataRow } from "./data-fields";

const AT_ONCE = 2000;
const part = z.array(z.object({ cells: z.string() }));
const read = z.array(z.string().nullable());

/** The rows by a cursor, so that a million of them take no more memory than two thousand. One at a time in a transaction. */
export async function* dataRows({ db }: Scope, { select, values }: DataExport): AsyncGenerator<DataRow> {
  // As JSON, which the engine reads by itself: the driver takes an array of texts apart sign by sign.
  await db.$executeRawUnsafe(
    `declare data_rows no scroll cursor for select to_json(x.cells)::text cells from (${select}) x`,
    ...values,
  );
  for (;;) {
    const rows = part.parse(await db.$queryRawUnsafe(`fetch forward ${AT_ONCE} from data_rows`));
    for (const { cells } of rows) yield read.parse(JSON.parse(cells));
    if (rows.length < AT_ONCE) break;
  }
  await db.$executeRawUnsafe("close data_rows");
}
