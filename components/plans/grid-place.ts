/** A cell by its place: the row in the order shown, the month of the plan 0–11. */
export type Place = { row: number; month: number };

/** The column of a month as assistive technology counts: after the name, the year, last year and growth, with a total after each quarter. */
export const columnOf = (month: number) => 5 + month + Math.floor(month / 3);

export const cellKey = (clientId: string, month: number) => `${clientId}:${month}`;

/** Where an arrow, Tab, Enter, Home, End or a page key leads, within the table; null for any other key. */
export function nextPlace(
  key: { code: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
  { row, month }: Place,
  { rows, page }: { rows: number; page: number },
): Place | null {
  const far = key.ctrlKey || key.metaKey;
  const last = rows - 1;
  switch (key.code) {
    case "ArrowUp":
      return { row: far ? 0 : row - 1, month };
    case "ArrowDown":
      return { row: far ? last : row + 1, month };
    case "ArrowLeft":
      return { row, month: far ? 0 : month - 1 };
    case "ArrowRight":
      return { row, month: far ? 11 : month + 1 };
    case "Home":
      return { row: far ? 0 : row, month: 0 };
    case "End":
      return { row: far ? last : row, month: 11 };
    case "PageUp":
      return { row: row - page, month };
    case "PageDown":
      return { row: row + page, month };
    default:
      return null;
  }
}

export function within({ row, month }: Place, rows: number): Place {
  return { row: Math.min(Math.max(row, 0), rows - 1), month: Math.min(Math.max(month, 0), 11) };
}

/** The places between two corners, row by row. */
export function block(from: Place, to: Place): Place[] {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [Math.min(from.month, to.month), Math.max(from.month, to.month)];
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, at) => ({
    row: top + Math.floor(at / (right - left + 1)),
    month: left + (at % (right - left + 1)),
  }));
}
