import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Cell, SheetRow } from "@/lib/domain/import/cell";
import type { FaultValues, ImportFault } from "@/lib/domain/import/fault";
import { translator } from "@/lib/i18n/messages";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { type ReadOptions, readRows } from "@/lib/io/spreadsheet/read-rows";

let count = 0;

/** A file with this content, gone after the test. Text is UTF-8. */
export function fileOf(content: string | Uint8Array, ending = "csv"): string {
  const path = join(tmpdir(), `grange-spreadsheet-${process.pid}-${++count}.${ending}`);
  writeFileSync(path, content);
  onTestFinished(() => rmSync(path));
  return path;
}

export async function rowsOf(path: string, options?: ReadOptions): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readRows(path, options)) rows.push(row);
  return rows;
}

export async function cellsOf(path: string, options?: ReadOptions): Promise<Cell[][]> {
  return (await rowsOf(path, options)).map(({ cells }) => cells);
}

type Words = (key: string, values?: FaultValues) => string;
const languages = (["en", "ru"] as const).map((locale) => translator(locale, "importFile") as unknown as Words);

/** A fault in both languages; it fails where a message is missing or lacks a value. */
export function wordsOf({ code, values }: ImportFault): string[] {
  return languages.map((words) => {
    const text = words(`faults.${code}`, values);
    if (text.includes("{") || text.includes("faults.")) throw new Error(`no words for ${code}: ${text}`);
    return text;
  });
}

/** What a reader throws, after its words were tried; an empty fault where it throws nothing. */
export async function faultOf(reading: Promise<unknown>): Promise<Partial<ImportFault>> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    wordsOf(error.fault);
    return error.fault;
  }
  return {};
}

const cyrillic: Record<string, (code: number) => number> = {
  "windows-1251": (code) => (code === 0x451 ? 0xb8 : code === 0x401 ? 0xa8 : code === 0x2116 ? 0xb9 : code - 0x350),
  ibm866: (code) => (code === 0x451 ? 0xf1 : code === 0x401 ? 0xf0 : code < 0x440 ? code - 0x390 : code - 0x360),
};

/** Russian text in an old code page, which Node can read but not write. */
export function encoded(text: string, page: "windows-1251" | "ibm866"): Buffer {
  const byte = cyrillic[page];
  return Buffer.from([...text].map((char) => (char < "\x80" ? char.charCodeAt(0) : (byte?.(char.charCodeAt(0)) ?? 0))));
}
