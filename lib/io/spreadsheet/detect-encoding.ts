import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { completeLength, type Encoding } from "./text-encoding";

/** `sure`: the bytes allow nothing else (a mark, valid UTF-8 with letters outside ASCII); else a person may say better. */
export type DetectedEncoding = { encoding: Encoding; sure: boolean };

const sampleBytes = 64 * 1024;

/**
 * The encoding of a text file: by its mark, by the zeros of UTF-16, by being valid UTF-8 from beginning to end, else by how
 * Russian its letters are under each old code page. Reads the whole file, in constant memory.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  let [valid, ascii] = [true, true];
  let rest = Buffer.alloc(0);
  let head: Buffer | null = null;
  const foreign: Buffer[] = [];
  let foreignBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (!head) {
      head = chunk;
      const marked = markedEncoding(chunk.subarray(0, sampleBytes));
      if (marked) return marked;
    }
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = completeLength(joined);
    const plain = isAscii(joined);
    if (valid && !plain && !isUtf8(joined.subarray(0, whole))) valid = false;
    if (!plain) ascii = false;
    if (!plain && foreignBytes < sampleBytes) {
      const start = Math.max(0, joined.findIndex((byte) => byte >= 0x80) - 64);
      const piece = joined.subarray(start, start + sampleBytes);
      foreign.push(Buffer.from(piece));
      foreignBytes += piece.length;
    }
    if (!valid && foreignBytes >= sampleBytes) break;
    rest = Buffer.from(joined.subarray(whole));
  }
  if (valid && rest.length === 0) return { encoding: "utf-8", sure: !ascii };
  const sample = Buffer.concat(foreign.length > 0 ? foreign : [rest]);
  return nearlyUtf8(sample) ? { encoding: "utf-8", sure: false } : { encoding: byLetters(sample), sure: false };
}

/** The encoding that a file's first bytes show by themselves: by its mark, or by the zeros of UTF-16. */
export function markedEncoding(head: Buffer): DetectedEncoding | null {
  return byMark(head) ?? byZeros(head);
}

function byMark(head: Buffer): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", sure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", sure: true };
  return head[0] === 0xfe && head[1] === 0xff ? { encoding: "utf-16be", sure: true } : null;
}

// In UTF-16 every other byte is the upper one: 0 of digits, delimiters and Latin letters, 4 of Cyrillic, 20–22 of signs.
const upperBytes = new Set([0, 4, 0x20, 0x21, 0x22]);

function byZeros(head: Buffer): DetectedEncoding | null {
  const sides = [0, 1].map((side) => {
    const bytes = head.filter((_, at) => at % 2 === side);
    const [zeros, upper] = [
      bytes.filter((byte) => byte === 0).length,
      bytes.filter((byte) => upperBytes.has(byte)).length,
    ];
    return zeros > 0 && upper > bytes.length * 0.9;
  });
  if (sides[0] === sides[1]) return null;
  return { encoding: sides[1] ? "utf-16le" : "utf-16be", sure: true };
}

// A file of UTF-8 with a few broken bytes: in an old code page hardly any two letters make a valid pair.
function nearlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder("utf-8").decode(sample);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return (text.match(/\P{ASCII}/gu)?.length ?? 0) > broken * 5;
}

const candidates = ["windows-1251", "ibm866", "koi8-r", "windows-1252"] as const;

function byLetters(sample: Buffer): Encoding {
  const scores = candidates.map((encoding) => ({ encoding, score: score(new TextDecoder(encoding).decode(sample)) }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).encoding;
}

// How likely the letters outside ASCII are: Russian ones by their frequency beside other Russian letters, a lone accented
// one inside a Latin word; a capital behind a small letter, a mixed word and a symbol speak against the reading.
function score(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const common = count(/[оеаинтсрвлОЕАИНТСРВЛ]/g) + count(/[а-яёА-ЯЁ]/g) * 0.3;
  const accented = count(/(?<=[A-Za-z])[à-öø-ÿß]|[À-ÖØ-Þ](?=[a-z])/g) * 1.5;
  const turned = count(/[а-яё][А-ЯЁ]|[à-öø-ÿ][À-ÖØ-Þ]/g) * 2;
  const mixed = count(/[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]/g) * 2;
  const chains = count(/[À-ÿ]{3,}/g) * 4;
  const odd = count(/[\u0080-\u009f\u2500-\u259f¤¦¬¶¢¥ѓђљњќџЃЂЉЊЌЏ‡†‰]/g) * 2;
  return common + accented - turned - mixed - chains - odd;
}
