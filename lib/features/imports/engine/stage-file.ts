import type { SheetRow } from "@/lib/domain/import/cell";
import { cellWords, isEmptyCell } from "@/lib/domain/import/cell";
import type { DateSystem } from "@/lib/domain/import/serial-day";
import { isTotalsRow } from "@/lib/domain/import/totals-row";
import type { Locale } from "@/lib/i18n/locale";
import type { ImportStage, StageProblem, StageRow } from "@/lib/io/import-stage";
import { type ReadOptions, readRowBatches } from "@/lib/io/spreadsheet/read-rows";
import type { ImportKind } from "../kind";
import { needsStyles, styleWatcher } from "../reading/column-styles";
import { rowReader } from "../reading/row-reader";
import type { ColumnStyles, RunOptions } from "../schema";

/** Someone asked the import to stop. */
export class Cancelled extends Error {}

const CHUNK = 4000;

export type StageSetup = {
  stage: ImportStage;
  path: string;
  kind: ImportKind;
  options: RunOptions;
  company: string;
  language: Locale;
  /** How the workbook counts its days. */
  system: DateSystem;
};

export type Staged = { rows: number; skipped: number; styles: ColumnStyles };

/** Reads the file into the stage, a chunk at a time: what is held in memory does not grow with the file. Throws FileFault and Cancelled. */
export async function stageFile(of: StageSetup): Promise<Staged> {
  const { stage, path, kind, options } = of;
  await stage.begin("reading", null);
  const mends = await stage.mends();
  const reading = readOptions(options);
  const watcher = styleWatcher(kind, options, of.language);
  let seen = 0;
  if (needsStyles(kind, options)) {
    for await (const batch of readRowBatches(path, reading)) {
      watcher.see(batch);
      seen += batch.length;
      if (seen % CHUNK < batch.length && (await stage.progress(0))) throw new Cancelled();
    }
  }
  const styles = watcher.decide(of.system);
  await stage.step("reading", seen || null);
  const reader = rowReader({ kind, options, styles, company: of.company });
  let [rows, skipped, chunk, faults]: [number, number, StageRow[], StageProblem[]] = [0, 0, [], []];
  // The database takes one chunk while the next one is read.
  let sent = Promise.resolve(false);
  const flush = async () => {
    const [part, wrong, done] = [chunk, faults, rows];
    [chunk, faults] = [[], []];
    if (await sent) throw new Cancelled();
    sent = send(part, wrong, done);
    sent.catch(() => undefined); // it is awaited with the next chunk, or at the end
  };
  const send = async (part: StageRow[], wrong: StageProblem[], done: number) => {
    await stage.rows(part);
    await stage.problems(wrong);
    return stage.progress(done);
  };
  try {
    for await (const batch of readRowBatches(path, reading)) {
      for (const line of batch) {
        if (sumsUp(line)) {
          skipped++;
          continue;
        }
        const { staged, problems } = reader.read(line, mends.get(line.row));
        rows++;
        chunk.push(staged);
        if (problems.length > 0) faults.push(...problems);
        if (chunk.length >= CHUNK) await flush();
      }
    }
    await flush();
    if (await sent) throw new Cancelled();
  } finally {
    await sent.catch(() => undefined);
  }
  await stage.settle();
  return { rows, skipped, styles };
}

export function readOptions(options: RunOptions): ReadOptions {
  return {
    sheet: options.sheet,
    encoding: options.encoding,
    delimiter: options.delimiter,
    width: options.names.length || undefined,
    afterRow: options.headerRow,
  };
}

// A quick look first, since every row of a file is asked.
function sumsUp({ cells }: SheetRow): boolean {
  return /итог|всего|total|sum/i.test(cellWords(cells.find((cell) => !isEmptyCell(cell)))) && isTotalsRow(cells);
}
