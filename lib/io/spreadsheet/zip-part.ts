import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { crc32, createInflateRaw } from "node:zlib";
import { asDamaged, FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";
import { readAt, type ZipEntry } from "./zip-directory";

const chunkBytes = 128 * 1024;

/**
 * The text of a part, unpacked as it is read: a consumer that stops or is slow stops the unpacking. A bomb is refused by what
 * the directory claims before a byte is unpacked, and what unpacks to more than was claimed is damaged.
 */
export async function* partText(file: FileHandle, entry: ZipEntry, limits: ReadLimits): AsyncGenerator<string> {
  refuseBomb(entry, limits);
  const header = await readAt(file, entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50 || (entry.method !== 0 && entry.method !== 8))
    throw new FileFault("file-damaged");
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.packed === 0 && entry.size === 0) return;
  const packed = Readable.from(packedBytes(file, start, entry.packed));
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: chunkBytes }) : null;
  if (inflate) packed.on("error", (error) => inflate.destroy(error)).pipe(inflate);
  let [bytes, crc] = [0, 0];
  let decoder: StringDecoder | null = null;
  try {
    for await (const chunk of (inflate ?? packed) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.size) throw new FileFault("file-damaged");
      crc = crc32(chunk, crc);
      decoder ??= new StringDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? "utf16le" : "utf8");
      yield decoder.write(chunk);
    }
  } catch (error) {
    throw asDamaged(error);
  } finally {
    packed.destroy();
    inflate?.destroy();
  }
  if (bytes !== entry.size || crc !== entry.crc) throw new FileFault("file-damaged");
}

// A stream of the file handle itself would close it with the part.
async function* packedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += chunkBytes) {
    yield await readAt(file, start + at, Math.min(chunkBytes, length - at));
  }
}

function refuseBomb({ packed, size }: ZipEntry, limits: ReadLimits): void {
  if (size > limits.partBytes) {
    throw new FileFault("bomb-size", { values: { found: megabytes(size), limit: megabytes(limits.partBytes) } });
  }
  if (size > limits.ratioFrom && size > packed * limits.ratio) {
    throw new FileFault("bomb-ratio", { values: { found: megabytes(size), packed: megabytes(packed) } });
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
