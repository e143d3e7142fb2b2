/**
 * The ring that a new edge "child stands under parent" would close, as the ids along it from child back to child; null when
 * there is none. `parentsOf` answers for the edges that exist already.
 */
export function ringThrough(
  child: string,
  parent: string,
  parentsOf: (id: string) => readonly string[],
): string[] | null {
  const cameFrom = new Map<string, string>();
  const pending = [parent];
  for (let here = pending.pop(); here !== undefined; here = pending.pop()) {
    if (here === child) return [child, ...trace(child, parent, cameFrom)];
    for (const above of parentsOf(here)) {
      if (above === parent || cameFrom.has(above)) continue;
      cameFrom.set(above, here);
      pending.push(above);
    }
  }
  return null;
}

// From parent up to child, in the order of climbing.
function trace(child: string, parent: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [child];
  for (let here = child; here !== parent; ) {
    const below = cameFrom.get(here);
    if (below === undefined) break;
    path.unshift(below);
    here = below;
  }
  return path;
}
