import { type FileHandle, open } from "node:fs/promises";
import type { DateSystem } from "@/lib/domain/import/serial-day";
import { type NumberKind, numberKinds } from "./cell-styles";
import { asDamaged, FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";
import { sharedStrings } from "./shared-strings";
import { attribute, xmlTokens } from "./xml-tokens";
import { type ZipEntry, zipDirectory } from "./zip-directory";
import { partText } from "./zip-part";

export type BookSheet = { name: string; hidden: boolean; entry: ZipEntry };

/** An open workbook: what its cells need to be understood. Whoever opens one closes its file. */
export type Workbook = {
  file: FileHandle;
  sheets: BookSheet[];
  system: DateSystem;
  kinds: NumberKind[];
  strings: () => Promise<string[]>;
};

type Relation = { id: string; type: string; target: string };

export async function openWorkbook(path: string, limits: ReadLimits): Promise<Workbook> {
  const file = await open(path);
  try {
    return await readWorkbook(file, limits);
  } catch (error) {
    await file.close();
    throw asDamaged(error);
  }
}

async function readWorkbook(file: FileHandle, limits: ReadLimits): Promise<Workbook> {
  const entries = await zipDirectory(file, limits);
  const small = { ...limits, partBytes: Math.min(limits.partBytes, 32 * 1024 * 1024) };
  const part = (name: string) => {
    const entry = entries.get(name);
    return entry ? partText(file, entry, small) : null;
  };
  const root = await relations(part("_rels/.rels"), "");
  const path = root.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  refuseOthers(entries, path);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const related = await relations(part(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
  const target = (kind: string) => related.find(({ type }) => type === kind)?.target ?? "";
  const { listed, system } = await bookXml(part(path));
  const sheets = listed.flatMap(({ name, hidden, id }): BookSheet[] => {
    const relation = related.find((one) => one.id === id && one.type === "worksheet");
    const entry = relation && entries.get(relation.target);
    return entry ? [{ name, hidden, entry }] : []; // a sheet of charts has no rows
  });
  if (sheets.length === 0) throw new FileFault("file-no-sheet");
  const styles = part(target("styles"));
  const texts = entries.get(target("sharedStrings"));
  const stringLimits = { ...limits, partBytes: limits.stringBytes };
  return {
    file,
    sheets,
    system,
    kinds: styles ? await numberKinds(styles) : [],
    strings: async () => (texts ? sharedStrings(partText(file, texts, stringLimits), limits) : []),
  };
}

function refuseOthers(entries: Map<string, ZipEntry>, path: string): void {
  if (entries.has(path) && path.endsWith(".xml") && /(^|\/)workbook\d*\.xml$/.test(path)) return;
  const has = (pattern: RegExp) => [...entries.keys()].some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) throw new FileFault("file-binary-excel");
  if (has(/^content\.xml$/) && has(/^mimetype$/)) throw new FileFault("file-open-document");
  throw new FileFault(has(/^(word|ppt)\//) ? "file-other" : "file-archive");
}

async function bookXml(xml: AsyncIterable<string> | null) {
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let system: DateSystem = "1900";
  await each(xml, (element, tag) => {
    if (element === "workbookPr" && /^(1|true|on)$/.test(attribute(tag, "date1904") ?? "")) system = "1904";
    if (element !== "sheet") return;
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? "";
    listed.push({ name: attribute(tag, "name") ?? "", hidden: /idden/.test(attribute(tag, "state") ?? ""), id });
  });
  return { listed, system };
}

async function relations(xml: AsyncIterable<string> | null, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  await each(xml, (element, tag) => {
    if (element !== "Relationship") return;
    // Two standards name the same kinds under two addresses: the last word is the same in both.
    const type = attribute(tag, "Type")?.split("/").at(-1) ?? "";
    found.push({ id: attribute(tag, "Id") ?? "", type, target: resolved(folder, attribute(tag, "Target") ?? "") });
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

async function each(xml: AsyncIterable<string> | null, see: (element: string, tag: string) => void): Promise<void> {
  if (!xml) return;
  const tokens = xmlTokens({ open: see, close() {}, text() {} }, 1_000_000);
  for await (const chunk of xml) tokens.push(chunk);
  tokens.end();
}
