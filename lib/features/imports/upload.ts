import "server-only";
import { Refusal } from "@/lib/access/refusal";
import { upload } from "@/lib/access/upload";
import { FileTooLarge, localFiles, type StoredFile } from "@/lib/io/files";

const LIMIT = 200 * 1024 * 1024;

/** Takes in a file to import: streamed, and kept only when it is what the browser said that it sent. Answers { id }. */
export const takeFile = upload(
  { name: "uploadFile", ability: "import:run" },
  async (body, said): Promise<StoredFile> => {
    if (said.size > LIMIT) throw new Refusal("file-too-large");
    const files = localFiles();
    const file = await files.write(body, LIMIT).catch((error: unknown) => {
      throw error instanceof FileTooLarge ? new Refusal("file-too-large") : error;
    });
    if (file.size === said.size && Buffer.from(file.sha256).toString("hex") === said.sha256) return file;
    await files.remove(file.key);
    throw new Refusal("file-changed");
  },
  async (scope, file, said) => {
    const [made] = await scope.db.$queryRaw<{ id: string }[]>`
      insert into stored_file (key, name, size, sha256) values (${file.key}, ${said.name}, ${file.size}, ${file.sha256}) returning id::text`;
    if (!made) throw new Error("stored_file answered nothing");
    return { id: made.id };
  },
);
