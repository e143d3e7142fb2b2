import type { Random } from "../random";
import type { Member, Team, TeamMember } from "../rows";

type Asked = {
  tenant_id: string;
  random: Random;
  measure: (code: string) => string;
  kams: readonly Member[];
  teams: readonly Team[];
  places: readonly TeamMember[];
  planned: readonly { member: string; month: string; amount: string }[];
  year: number;
  by: string | null;
};

/** This year's targets: revenue by month as the plans say, the rest by year; of a team the sum of its people's, and its own for what is no sum. */
export function targetRows({ tenant_id, random, measure, kams, teams, places, planned, year, by }: Asked) {
  const january = `${year}-01-01`;
  const row = (code: string, starts_on: string, months: number, amount: string) => ({
    tenant_id,
    id: random.uuid(),
    measure_id: measure(code),
    what: "target",
    starts_on,
    months,
    amount,
    entered_by: by,
  });
  const usual = [
    ["new_clients", "12"],
    ["retention", "9000"],
    ["touches", "420"],
    ["on_cadence", "8500"],
  ] as const;
  const ofYear = planned.filter(({ month }) => month.startsWith(String(year)));
  const people = kams.flatMap(({ id: member_id }) => [
    ...ofYear
      .filter(({ member }) => member === member_id)
      .map(({ month, amount }) => ({ ...row("revenue", month, 1, amount), member_id })),
    ...usual.map(([code, amount]) => ({ ...row(code, january, 12, amount), member_id })),
  ]);
  const ofTeams = teams.flatMap(({ id: team_id }) => {
    const members = new Set(
      places.filter((place) => place.team_id === team_id && place.role === "member").map(({ member_id }) => member_id),
    );
    const months = [...new Set(ofYear.map(({ month }) => month))].toSorted();
    // A division has no people of its own: its figure is not the sum of two specialists.
    if (!ofYear.some(({ member }) => members.has(member))) return [];
    const sum = (month: string) =>
      ofYear
        .filter((one) => one.month === month && members.has(one.member))
        .reduce((all, { amount }) => all + BigInt(amount), 0n);
    return [
      ...months.map((month) => ({ ...row("revenue", month, 1, String(sum(month))), team_id })),
      ...usual
        .filter(([code]) => code !== "touches" && code !== "new_clients")
        .map(([code, amount]) => ({ ...row(code, january, 12, amount), team_id })),
    ];
  });
  return { people, teams: ofTeams };
}
