import type { FileHandle } from "node:fs/promises";
import { FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";

/** A file inside an archive, as the archive's directory describes it (APPNOTE.TXT 4.3.12); the sizes are claims. */
export type ZipEntry = { name: string; method: number; packed: number; size: number; crc: number; offset: number };

const endLength = 22;
const longest = 0xffff;
const inExtra = 0xffffffff;

/**
 * The directory of an archive, read from its end: nothing is unpacked. The reader that hucre brings is not used for reading,
 * because it drops formulas, errors and per cent and runs ahead of a slow consumer, which costs the file's size in memory.
 */
export async function zipDirectory(file: FileHandle, limits: ReadLimits): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - endLength - longest), Math.min(size, endLength + longest));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + endLength > tail.length) throw new FileFault("file-damaged");
  let [count, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (count === longest || length === inExtra || offset === inExtra) {
    if (at < 20 || tail.readUInt32LE(at - 20) !== 0x07064b50) throw new FileFault("file-damaged");
    const record = await readAt(file, long(tail, at - 12), 56);
    [count, length, offset] = [long(record, 32), long(record, 40), long(record, 48)];
  }
  if (count > limits.entries) throw new FileFault("bomb-entries", { values: { found: count, limit: limits.entries } });
  if (offset + length > size || length > count * 1024) throw new FileFault("file-damaged");
  return entries(await readAt(file, offset, length), count);
}

function entries(directory: Buffer, count: number): Map<string, ZipEntry> {
  const found = new Map<string, ZipEntry>();
  for (let at = 0, index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new FileFault("file-damaged");
    if (directory.readUInt16LE(at + 8) & 1) throw new FileFault("file-locked");
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const sizes = fullSizes(directory, at, directory.subarray(nameEnd, extraEnd));
    // Some writers part folders with a backslash.
    const name = directory.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
    found.set(name, { name, method: directory.readUInt16LE(at + 10), crc: directory.readUInt32LE(at + 16), ...sizes });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return found;
}

// Streaming writers note their sizes in the ZIP64 field even when they are small; it holds only those that are missing.
function fullSizes(directory: Buffer, at: number, extra: Buffer): Pick<ZipEntry, "size" | "packed" | "offset"> {
  const sizes = {
    size: directory.readUInt32LE(at + 24),
    packed: directory.readUInt32LE(at + 20),
    offset: directory.readUInt32LE(at + 42),
  };
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const name of ["size", "packed", "offset"] as const) {
      if (sizes[name] !== inExtra) continue;
      sizes[name] = long(extra, value);
      value += 8;
    }
  }
  return sizes;
}

function long(buffer: Buffer, at: number): number {
  if (at < 0 || at + 8 > buffer.length) throw new FileFault("file-damaged");
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileFault("file-damaged");
  return Number(value);
}

/** Exactly so many bytes of a file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new FileFault("file-damaged");
  return buffer;
}
