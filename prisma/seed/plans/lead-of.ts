import type { TeamMember } from "../rows";

/** Who leads the team that a member works in now. */
export function leadOf(places: readonly TeamMember[], member: string): string | null {
  const place = places.find((one) => one.member_id === member && one.ends_on === null);
  const lead = places.find(
    (one) => one.team_id === place?.team_id && one.role === "lead" && one.ends_on === null && one.member_id !== member,
  );
  return lead?.member_id ?? null;
}
