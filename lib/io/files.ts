import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

/** What is known of a file that was taken in. `key` names it here; it says nothing about what the file was called. */
export type StoredFile = { key: string; size: number; sha256: Uint8Array<ArrayBuffer> };

/** Over the limit that the caller set; nothing is kept. */
export class FileTooLarge extends Error {}

/** Where files are kept. Another store (S3) is another object of this type. */
export type FileStore = {
  /** Takes in a stream without holding it in memory; whole or not at all. Throws FileTooLarge. */
  write(bytes: AsyncIterable<Uint8Array>, atMost: number): Promise<StoredFile>;
  read(key: string): AsyncIterable<Uint8Array>;
  /** A path on this machine for readers that must jump about in a file (workbooks). */
  path(key: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** Keys of files that were taken in before that moment. Half-taken ones of that age are removed on the way. */
  keysBefore(moment: Date): Promise<string[]>;
};

const isKey = (key: string) => /^[0-9a-f]{2}\/[0-9a-f]{48}$/.test(key);

/** A folder of the local disk: GRANGE_FILES, else .data/files. */
export function localFiles(folder = process.env.GRANGE_FILES ?? join(process.cwd(), ".data/files")): FileStore {
  const placeOf = (key: string) => {
    // Keys are made here, but they come back from the database: nothing else may name a file.
    if (!isKey(key)) throw new Error("not a key of a file");
    return resolve(folder, key);
  };
  return {
    async write(bytes, atMost) {
      const name = randomBytes(25).toString("hex");
      const key = `${name.slice(0, 2)}/${name.slice(2)}`;
      const place = placeOf(key);
      const draft = `${place}.draft`;
      await mkdir(join(place, ".."), { recursive: true, mode: 0o700 });
      const file = await open(draft, "wx", 0o600);
      const hash = createHash("sha256");
      let size = 0;
      try {
        for await (const chunk of bytes) {
          size += chunk.length;
          if (size > atMost) throw new FileTooLarge();
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
        await file.close();
        await rename(draft, place);
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(draft, { force: true });
        throw error;
      }
      return { key, size, sha256: new Uint8Array(hash.digest()) };
    },
    read: (key) => createReadStream(placeOf(key)),
    async path(key) {
      const place = placeOf(key);
      await stat(place);
      return place;
    },
    remove: (key) => rm(placeOf(key), { force: true }),
    async keysBefore(moment) {
      const keys: string[] = [];
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries.filter((one) => one.isFile())) {
        const place = join(entry.parentPath, entry.name);
        const known = await stat(place).catch(() => null);
        if (!known || known.mtime >= moment) continue;
        const key = relative(folder, place);
        if (isKey(key)) keys.push(key);
        else if (isKey(key.replace(/\.draft$/, ""))) await rm(place, { force: true });
      }
      return keys;
    },
  };
}
