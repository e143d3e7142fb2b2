import type { Choice } from "@/lib/features/targets/queries/subjects";
import type { SubjectChoice } from "./subject-select";

/** People, then teams, each with the address that `href` gives. */
export function subjectChoices(
  { people, teams }: { people: readonly Choice[]; teams: readonly Choice[] },
  team: string,
  href: (subject: "member" | "team", of: string) => string,
): SubjectChoice[] {
  return [
    ...people.map(({ id, name }) => ({ value: `member ${id}`, label: name, href: href("member", id) })),
    ...teams.map(({ id, name }) => ({ value: `team ${id}`, label: `${team}: ${name}`, href: href("team", id) })),
  ];
}
