import { parse } from "csv-parse/sync";

export const delimiters = [";", "\t", ",", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line that names the delimiter: "sep=;". */
export function namedDelimiter(text: string): { delimiter: Delimiter; length: number } | null {
  const match = /^"?sep=([;,|\t])"?(\r\n|\n|\r)/i.exec(text);
  const delimiter = delimiters.find((one) => one === match?.[1]);
  return match && delimiter ? { delimiter, length: match[0].length } : null;
}

/**
 * The delimiter under which a file's first rows are most alike, by as many rows as there are. A decimal comma loses to the
 * semicolon around it, since headers have none. A file of one column gives ",".
 */
export function detectDelimiter(sample: string): Delimiter {
  const named = namedDelimiter(sample);
  if (named) return named.delimiter;
  const rated = delimiters.map((delimiter) => ({ delimiter, ...alike(sample, delimiter) }));
  const best = rated.reduce((a, b) =>
    b.share > a.share + 0.01 || (b.share > a.share - 0.01 && b.width > a.width) ? b : a,
  );
  return best.width > 1 ? best.delimiter : ",";
}

// The commonest width of over one column, and the share of rows that have it; its last row may be cut off by the sample.
function alike(sample: string, delimiter: Delimiter): { width: number; share: number } {
  const rows = firstRows(sample, delimiter);
  const widths = rows.map((row) => row.length).filter((width) => width > 0);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return { width, share: widths.length > 0 ? count / widths.length : 0 };
}

function firstRows(sample: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  try {
    parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 100,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
  } catch {
    // The sample ends inside a quotation; the rows before it are enough.
  }
  return rows;
}
