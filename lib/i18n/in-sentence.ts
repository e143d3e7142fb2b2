/** A name of a dictionary in the middle of a sentence: "Credit limit" → "credit limit", and "VAT" as it is. */
export function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  const isWord = second !== "" && second === second.toLowerCase() && second !== second.toUpperCase();
  return isWord ? first.toLowerCase() + name.slice(first.length) : name;
}
