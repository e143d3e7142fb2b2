/** One field of a stale form: what stands there now, and what would be written. */
export type Disagreement<V> = { field: keyof V; theirs: V[keyof V]; mine: V[keyof V] };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A stale form against what stands there now; `base` is what the form started from. `kept` is what saving mine writes: my changes over
 * their row, so that a field that I did not touch stays theirs. The lines are the fields that both changed; when there are none, those that they changed.
 */
export function mergeStale<V extends object>(base: V, mine: V, theirs: V): { kept: V; lines: Disagreement<V>[] } {
  const fields = Object.keys(base) as (keyof V)[];
  const mineChanged = fields.filter((field) => !same(mine[field], base[field]));
  const theirsChanged = fields.filter((field) => !same(theirs[field], base[field]));
  const kept = { ...theirs };
  for (const field of mineChanged) kept[field] = mine[field];
  const both = theirsChanged.filter((field) => mineChanged.includes(field) && !same(mine[field], theirs[field]));
  const shown = both.length > 0 ? both : theirsChanged;
  return { kept, lines: shown.map((field) => ({ field, theirs: theirs[field], mine: kept[field] })) };
}
