import { type Delimiter, detectDelimiter } from "./delimiter";
import { detectEncoding } from "./detect-encoding";
import { type FileFormat, fileFormat } from "./file-format";
import { decodedFile, type Encoding } from "./text-encoding";

/** How a file is to be read. What a person chose is taken as it is, the rest is found out. `sure`: the encoding cannot be another. */
export type SourceForm =
  | { format: Extract<FileFormat, "xlsx"> }
  | { format: Extract<FileFormat, "csv">; encoding: Encoding; sure: boolean; delimiter: Delimiter };

const sampleLength = 64 * 1024;

export async function sourceForm(
  path: string,
  chosen: { encoding?: Encoding; delimiter?: Delimiter } = {},
): Promise<SourceForm> {
  const format = await fileFormat(path);
  if (format === "xlsx") return { format };
  const detected = chosen.encoding ? { encoding: chosen.encoding, sure: true } : await detectEncoding(path);
  const delimiter = chosen.delimiter ?? detectDelimiter(await sample(path, detected.encoding));
  return { format, ...detected, delimiter };
}

async function sample(path: string, encoding: Encoding): Promise<string> {
  let text = "";
  try {
    for await (const piece of decodedFile(path, encoding)) {
      text += piece;
      if (text.length >= sampleLength) break;
    }
  } catch {
    // Bytes that are no text are told where the rows are read, with their row.
  }
  return text.slice(0, sampleLength);
}
