import type { Group } from "@/components/data-table/column";
import type { HolderRow, Upcoming } from "@/lib/features/assignments/queries";
import type { collator as collatorOf } from "@/lib/i18n/format";

const figures = [
  "clients",
  "tierA",
  "tierB",
  "tierC",
  "untiered",
  "proactive",
  "mixed",
  "reactive",
  "deputy",
  "gains",
  "losses",
] as const;
export type Figures = Record<(typeof figures)[number], number>;

/** A holder with what ordered changes of later days bring and take, and the team that the row stands under ("" for none). */
export type Holder = HolderRow & Figures & { team: string; teamName: string };

/** Holders by team, each with what is ordered ahead. */
export function holdersOf(
  rows: readonly HolderRow[],
  upcoming: readonly Upcoming[],
  collator: ReturnType<typeof collatorOf>,
): Holder[] {
  const owners = upcoming.filter(({ role }) => role === "primary");
  const ahead = (key: "toId" | "fromId", id: string) =>
    owners.filter((one) => one[key] === id).reduce((sum, { clients }) => sum + clients.length, 0);
  return rows
    .map((row) => ({
      ...row,
      team: row.teams[0]?.id ?? "",
      teamName: row.teams[0]?.name ?? "",
      gains: ahead("toId", row.id),
      untiered: row.clients - row.tierA - row.tierB - row.tierC,
      losses: ahead("fromId", row.id),
    }))
    .sort(
      (a, b) =>
        Number(a.team === "") - Number(b.team === "") ||
        collator.compare(a.teamName, b.teamName) ||
        collator.compare(a.name, b.name),
    );
}

export function sumOf(holders: readonly Holder[]): Figures {
  const sum = (key: keyof Figures) => holders.reduce((total, one) => total + one[key], 0);
  return Object.fromEntries(figures.map((key) => [key, sum(key)])) as Figures;
}

/** A head for every team; none when all are in one, because a head over everything says nothing. */
export function teamsOf(holders: readonly Holder[], noTeam: string): Group<Figures>[] | undefined {
  const keys = [...new Set(holders.map(({ team }) => team))];
  if (keys.length < 2) return undefined;
  return keys.map((key) => {
    const members = holders.filter(({ team }) => team === key);
    return { key, label: members[0]?.teamName || noTeam, count: members.length, totals: sumOf(members) };
  });
}
