import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

/** Bytes that wait on disk under no name: whoever made them is done, and whoever takes them may be slow. */
export type Spooled = {
  /** In bytes. */
  size: number;
  /** Gives them once; the place is free again when the stream ends or is cancelled. */
  stream(): ReadableStream<Uint8Array>;
  discard(): Promise<void>;
};

/** Writes a stream away without holding it in memory. Throws what the stream throws, and an AbortError once `signal` says so. */
export async function spool(bytes: ReadableStream<Uint8Array>, signal?: AbortSignal): Promise<Spooled> {
  const path = join(tmpdir(), `grange-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  try {
    // Without a name nobody else finds it, and nothing is left behind when the process dies.
    await rm(path);
    let size = 0;
    for await (const chunk of bytes) {
      signal?.throwIfAborted();
      await writeWhole(file, chunk);
      size += chunk.byteLength;
    }
    return {
      size,
      stream: () => Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>,
      discard: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await file.write(chunk, at)).bytesWritten;
}
