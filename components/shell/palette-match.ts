const words = (text: string) =>
  text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * How well an item of the palette fits what was typed, 0 to 1: every typed word must begin a word of the item. Letters scattered over a phrase
 * do not fit ("евро" is not in "сообщение встреча обещание"), or Enter would run what nobody asked for.
 */
export function fits(_id: string, typed: string, [label = "", ...more]: string[] = []): number {
  const query = words(typed);
  if (query.length === 0) return 1;
  const begins = (texts: readonly string[]) => {
    const all = texts.flatMap(words);
    return query.every((part) => all.some((word) => word.startsWith(part)));
  };
  if (begins([label])) return 1;
  return begins([label, ...more]) ? 0.5 : 0;
}
