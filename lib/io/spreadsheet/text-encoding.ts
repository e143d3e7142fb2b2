import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { FileFault } from "./file-fault";

/** Names of the Encoding Standard. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252", "ibm866", "koi8-r"] as const;
export type Encoding = (typeof encodings)[number];

/** How many bytes at the start are a mark of the encoding. */
export function markLength(head: Buffer, encoding: Encoding): number {
  if (encoding === "utf-8") return head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  if (encoding === "utf-16le") return head[0] === 0xff && head[1] === 0xfe ? 2 : 0;
  return encoding === "utf-16be" && head[0] === 0xfe && head[1] === 0xff ? 2 : 0;
}

/**
 * The text of a file, piece by piece, without its mark. Bytes that are no UTF-8 throw `encoding-broken` once the text before
 * them has been handed out, so that the reader knows in which row they stand; other encodings give U+FFFD in their place.
 */
export async function* decodedFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding, { ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const bytes = first ? chunk.subarray(markLength(chunk, encoding)) : chunk;
    first = false;
    if (decoder) {
      yield decoder.decode(bytes, { stream: true });
      continue;
    }
    const joined = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const whole = completeLength(joined);
    if (!isUtf8(joined.subarray(0, whole))) {
      yield joined.toString("utf8", 0, validLength(joined, whole));
      throw new FileFault("encoding-broken");
    }
    yield joined.toString("utf8", 0, whole);
    rest = joined.subarray(whole);
  }
  if (decoder) yield decoder.decode();
  else if (rest.length > 0) throw new FileFault("encoding-broken");
}

/** Up to where a piece of UTF-8 ends with a whole character; what is behind begins one that goes on in the next piece. */
export function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needed > back) return bytes.length - back;
    if (needed > 0) break;
  }
  return bytes.length;
}

// Up to the first line with a byte that is no UTF-8.
function validLength(bytes: Buffer, length: number): number {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && end < length; end = bytes.indexOf(10, end + 1)) {
    if (!isUtf8(bytes.subarray(start, end))) return start;
    start = end + 1;
  }
  return start;
}
