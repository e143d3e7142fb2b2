import type { ProfileView } from "@/lib/features/account/queries";

const editable = ["name", "phone", "jobTitle", "zone"] as const;
type Editable = (typeof editable)[number];

/** What stands in the database now, as the refused save answered it. */
export type Theirs = { version: number; name: string } & Record<Exclude<Editable, "name">, string | null>;

/** The fields in which the two differ. */
export function changedLines(theirs: Theirs, mine: ProfileView): Editable[] {
  return editable.filter((field) => (theirs[field] ?? "") !== mine[field]);
}
