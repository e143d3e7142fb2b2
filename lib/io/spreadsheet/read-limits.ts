/**
 * What a file may cost before it is taken for a bomb. A million sale lines of 15 columns are about 550 MB of XML, packed
 * 10 : 1, and 16 million cells.
 */
export type ReadLimits = {
  /** Bytes of one unpacked part of a workbook; of its table of shared strings, which is the only thing held in memory. */
  partBytes: number;
  stringBytes: number;
  strings: number;
  /** How far one part may unpack, once it is bigger than `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  /** Files inside the archive. */
  entries: number;
  /** Cells of a sheet, gaps to the left of a cell included; gaps beyond 200 for each filled cell; cells of one row. */
  cells: number;
  gaps: number;
  columns: number;
  /** Characters of one cell, and of one record of a text file. */
  cellLength: number;
  recordLength: number;
};

const mebibyte = 1024 * 1024;

export const readLimits: ReadLimits = {
  partBytes: 1024 * mebibyte,
  stringBytes: 128 * mebibyte,
  strings: 2_000_000,
  ratio: 100,
  ratioFrom: 16 * mebibyte,
  entries: 10_000,
  cells: 60_000_000,
  gaps: 2_000_000,
  columns: 16_384,
  cellLength: 100_000,
  recordLength: mebibyte,
};
