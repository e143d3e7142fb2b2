import type { FaultValues, FileFaultCode, ImportFault } from "@/lib/domain/import/fault";

/** Thrown where a file cannot be read, or not further than this; its words are in `importFile.faults`. */
export class FileFault extends Error {
  readonly fault: ImportFault & { code: FileFaultCode };

  constructor(code: FileFaultCode, place: { row?: number; column?: number; values?: FaultValues } = {}) {
    super(`${code}${place.row === undefined ? "" : ` in row ${place.row}`}`);
    this.name = "FileFault";
    this.fault = { code, ...place };
  }
}

/** What a damaged archive makes zlib and Buffer throw is one fault to a person; every other error stays what it is. */
export function asDamaged(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^Z_|^ERR_(OUT_OF_RANGE|BUFFER_OUT_OF_BOUNDS)$/.test(code) ? new FileFault("file-damaged") : error;
}
