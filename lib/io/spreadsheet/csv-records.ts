import { type CsvError, type Options, Parser } from "csv-parse";
import { FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";

/** `odd`: read under loose rules, where a field may begin with a quote that means itself. */
export type CsvRecord = { fields: string[]; odd: boolean };

const lineEnds = ["\r\n", "\n", "\r"];
const misplaced = new Set(["INVALID_OPENING_QUOTE", "CSV_INVALID_CLOSING_QUOTE"]);

// The records are taken as they are made: handing them through the stream would cost twice the time of parsing them.
class RecordParser extends Parser {
  records: string[][] = [];
  failure: CsvError | null = null;

  constructor(options: Options) {
    super(options);
    this.on("error", (error: CsvError) => {
      this.failure = error;
    });
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return super.push(null);
    this.records.push(record);
    return true;
  }

  /** What a piece of text completes; after the last piece (null), what is left. */
  async taken(text: string | null): Promise<string[][]> {
    // Called back on failure too, which `failure` then holds.
    await new Promise<void>((done) => (text === null ? this.end(() => done()) : this.write(text, () => done())));
    const taken = this.records;
    this.records = [];
    return taken;
  }
}

/**
 * The records of a text, empty lines among them. Up to the first quote of the text its lines are its records; from there on
 * csv-parse reads. Where a quote stands in a place that RFC 4180 does not know (`ООО "Ромашка"` without quotes around it),
 * the text is read again under rules that take such a quote for itself, and the records read so say it.
 */
export async function* csvRecords(
  open: () => AsyncIterable<string>,
  delimiter: string,
  limits: ReadLimits,
): AsyncGenerator<CsvRecord[]> {
  let done = 0;
  try {
    for await (const batch of records(open(), delimiter, limits, false)) {
      yield batch.map((fields) => ({ fields, odd: false }));
      done += batch.length;
    }
    return;
  } catch (error) {
    if (!(error instanceof MisplacedQuote)) throw error;
  }
  let skip = done;
  for await (const batch of records(open(), delimiter, limits, true)) {
    const fresh = batch.slice(skip);
    skip = Math.max(0, skip - batch.length);
    if (fresh.length > 0) yield fresh.map((fields) => ({ fields, odd: fields.some((field) => field.startsWith('"')) }));
  }
}

class MisplacedQuote extends Error {}

async function* records(
  text: AsyncIterable<string>,
  delimiter: string,
  limits: ReadLimits,
  loose: boolean,
): AsyncGenerator<string[][]> {
  let [rest, count] = ["", 0];
  let parser: RecordParser | null = null;
  const checked = (batch: string[][]) => {
    count += batch.length;
    if (parser?.failure) throw asFault(parser.failure, count, loose, limits);
    return batch;
  };
  try {
    for await (const piece of text) {
      const source: string = parser ? piece : rest + piece;
      if (!parser && !piece.includes('"')) {
        const lines = completeLines(source);
        rest = lines.rest;
        if (rest.length > limits.recordLength) throw tooLong(count, limits);
        yield checked(lines.lines.map((line) => line.split(delimiter)));
        continue;
      }
      rest = "";
      parser ??= new RecordParser({
        delimiter,
        record_delimiter: lineEnds,
        relax_column_count: true,
        relax_quotes: loose,
        max_record_size: limits.recordLength,
      });
      const batch = await parser.taken(source);
      yield batch;
      checked(batch);
    }
  } catch (error) {
    // The bytes that are no text stand in the record behind the last whole one.
    if (error instanceof FileFault && error.fault.code === "encoding-broken") {
      throw new FileFault("encoding-broken", { row: count + 1 });
    }
    throw error;
  }
  if (!parser) {
    if (rest !== "") yield checked([rest.replace(/\r$/, "").split(delimiter)]);
    return;
  }
  const last = await parser.taken(null);
  yield last;
  checked(last);
}

// A carriage return at the end may be half of a line end.
function completeLines(source: string): { lines: string[]; rest: string } {
  const end = source.endsWith("\r") ? source.length - 1 : source.length;
  const lines = source.slice(0, end).split(/\r\n|\n|\r/);
  const rest = (lines.pop() ?? "") + source.slice(end);
  return { lines, rest };
}

function asFault(error: CsvError, count: number, loose: boolean, limits: ReadLimits): Error {
  if (misplaced.has(error.code) && !loose) return new MisplacedQuote();
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new FileFault("quote-open", { row: count + 1 });
  return tooLong(count, limits);
}

function tooLong(count: number, limits: ReadLimits): FileFault {
  return new FileFault("bomb-row", { row: count + 1, values: { limit: limits.recordLength } });
}
