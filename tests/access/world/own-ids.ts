import { randomBytes, randomUUID } from "node:crypto";
import { completeInn } from "@/lib/domain/requisites";
import { type IdName, type Ids, idKinds } from "./ids";

/** Ids of one book: fresh uuids, and texts that hold the book's word. `number` (0–9) tells its INN and phone from the others'. */
export function makeIds(word: string, number: number): Ids {
  const texts: Partial<Record<IdName, string>> = {
    word,
    code: `code-${word}`,
    inn: completeInn(`770001000${number}`),
    phone: `+7999000110${number}`,
    inviteToken: randomBytes(32).toString("base64url"),
    resetToken: randomBytes(32).toString("base64url"),
  };
  const names = Object.keys(idKinds) as IdName[];
  return Object.fromEntries(names.map((name) => [name, texts[name] ?? randomUUID()])) as Ids;
}

/** What belongs to one person alone: the same names, other values for each of them. */
export type PersonalIds = Pick<Ids, "savedView" | "session" | "transfer">;
