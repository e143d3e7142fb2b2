export const contactLevels = ["executive", "middle", "working"] as const;
export type ContactLevel = (typeof contactLevels)[number];

/** covered: somebody of ours knows somebody there; unknown: there are people, but nobody of ours knows them; missing: nobody there. */
export type LevelState = "covered" | "unknown" | "missing";
export type LevelCoverage = { level: ContactLevel; state: LevelState; people: number; knownBy: string[] };
export type Coverage = { levels: LevelCoverage[]; covered: number };

type Person = { level: ContactLevel | null; knownBy: readonly string[] };

/** Who of ours (`knownBy`) knows the client at which level (R41). Someone whose level nobody knows counts for none. */
export function coverageOf(people: readonly Person[]): Coverage {
  const levels = contactLevels.map((level): LevelCoverage => {
    const there = people.filter((person) => person.level === level);
    const knownBy = [...new Set(there.flatMap((person) => person.knownBy))];
    const state = there.length === 0 ? "missing" : knownBy.length === 0 ? "unknown" : "covered";
    return { level, state, people: there.length, knownBy };
  });
  return { levels, covered: levels.filter(({ state }) => state === "covered").length };
}
