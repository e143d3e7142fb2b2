import type { Cell } from "./cell";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { plainSpaces, plainValue, saysNothing } from "./plain-value";

const yes = new Set("да д yes y true t истина 1 + вкл on ✓ ✔".split(" "));
const no = new Set("нет н no n false f ложь 0 выкл off".split(" "));

/** Yes or no in Russian and English; null where the cell is empty or a dash. */
export function parseBoolean(cell: Cell | undefined): Parsed<boolean | null> {
  const plain = plainValue(cell);
  if (!plain.ok) return plain;
  if (plain.value === null || typeof plain.value === "boolean") return parsed(plain.value);
  const text = typeof plain.value === "object" ? JSON.stringify(plain.value) : plainSpaces(String(plain.value));
  if (saysNothing(text)) return parsed(null);
  const word = text.toLowerCase();
  if (yes.has(word)) return parsed(true);
  return no.has(word) ? parsed(false) : faulty("boolean-invalid", { text: excerpt(text) });
}
