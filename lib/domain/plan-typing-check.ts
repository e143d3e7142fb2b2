/** A cell that is probably a typing error: `times` (rounded down) its row's next largest. */
export type TypingFlag = { place: number; value: bigint; next: bigint; times: bigint };

const TIMES = 5n;
const AT_LEAST = 4;

/**
 * The cell of a row that is at least 5 × the next largest one, of at least four with a value (domain.md 3), or null. It is a question to
 * who imports, never a refusal. A row whose next largest is nothing has no measure, and is not asked about.
 */
export function typingFlag(row: readonly (bigint | null)[]): TypingFlag | null {
  const cells = row.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  const [largest, next] = cells.toSorted((a, b) =>
    a.value === b.value ? a.place - b.place : a.value > b.value ? -1 : 1,
  );
  if (cells.length < AT_LEAST || !largest || !next || next.value <= 0n) return null;
  if (largest.value < TIMES * next.value) return null;
  return { place: largest.place, value: largest.value, next: next.value, times: largest.value / next.value };
}
