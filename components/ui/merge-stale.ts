/** One field that two people changed, or that the other one did. */
export type Disagreement<V> = { field: keyof V; theirs: V[keyof V]; mine: V[keyof V] };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A stale form against what stands there now. `base` is what the form started from. `kept`: my changes over their row, which is what
 * saving mine writes. The lines are the fields where that loses something of theirs; when there are none, what they changed.
 */
export function mergeStale<V extends object>(base: V, mine: V, theirs: V): { kept: V; lines: Disagreement<V>[] } {
  const fields = Object.keys(base) as (keyof V)[];
  const kept = { ...theirs };
  for (const field of fields) if (!same(mine[field], base[field])) kept[field] = mine[field];
  const line = (field: keyof V) => ({ field, theirs: theirs[field], mine: kept[field] });
  const lost = fields.filter((field) => !same(kept[field], theirs[field]));
  const changed = fields.filter((field) => !same(theirs[field], base[field]));
  return { kept, lines: (lost.length > 0 ? lost : changed).map(line) };
}
