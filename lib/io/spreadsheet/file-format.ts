import { open } from "node:fs/promises";
import type { FileFaultCode } from "@/lib/domain/import/fault";
import { markedEncoding } from "./detect-encoding";
import { FileFault } from "./file-fault";

export type FileFormat = "csv" | "xlsx";

const headBytes = 4096;

const starts: [string, FileFaultCode][] = [
  ["25504446", "file-pdf"],
  ["1f8b", "file-archive"],
  ["377abcaf271c", "file-archive"],
  ["526172211a07", "file-archive"],
  ["7b5c727466", "file-other"], // RTF
];

/** What a file is by its content, whatever its name says. Throws what is no table of ours: old Excel, HTML, PDF, pictures. */
export async function fileFormat(path: string): Promise<FileFormat> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.length === 0) throw new FileFault("file-empty");
    const hex = head.toString("hex", 0, 8);
    if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) return "xlsx";
    if (hex.startsWith("d0cf11e0a1b11ae1"))
      throw new FileFault((await isLocked(file, head)) ? "file-locked" : "file-old-excel");
    const known = starts.find(([start]) => hex.startsWith(start));
    if (known) throw new FileFault(known[1]);
    refuseMarkup(head);
    if (isBinary(head)) throw new FileFault("file-other");
    return "csv";
  } finally {
    await file.close();
  }
}

// A workbook with a password lies encrypted in a container of the old format, whose directory names the part.
async function isLocked(file: { read: Awaited<ReturnType<typeof open>>["read"] }, head: Buffer): Promise<boolean> {
  if (head.length < 512) return false;
  const sector = 2 ** Math.min(12, head.readUInt16LE(30));
  const { buffer } = await file.read(Buffer.alloc(4096), 0, 4096, (head.readUInt32LE(48) + 1) * sector);
  return buffer.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

// Many programs save an HTML page, or the XML of Excel 2003, under the name of a workbook.
function refuseMarkup(head: Buffer): void {
  const start = head
    .toString("latin1")
    .replaceAll("\0", "")
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, "")
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<meta|<style)/.test(start)) throw new FileFault("file-html");
  if (start.startsWith("<?xml")) throw new FileFault(start.includes("<html") ? "file-html" : "file-xml");
  if (/^<(workbook|ss:workbook)/.test(start)) throw new FileFault("file-xml");
}

// More than a few control characters are no text; UTF-16 is full of them.
function isBinary(head: Buffer): boolean {
  if (markedEncoding(head)) return false;
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return control > 4 && control > head.length / 50;
}
