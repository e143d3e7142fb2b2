import { describe, expect, it } from "vitest";
import { clientsInReach, type ReachRows } from "@/lib/domain/reach";
import type { Role } from "@/lib/domain/roles";

const member = (id: string, roles: Role[], leftOn: string | null = null) => ({ id, roles, leftOn });
const open = { startsOn: "2024-01-01", endsOn: null };

// A director over two teams; the south has a team below it. Client "lost" has nobody, "kept" only a deputy and a specialist.
const rows: ReachRows = {
  members: [
    member("director", ["director"]),
    member("admin", ["admin"]),
    member("auditor", ["auditor"]),
    member("south-lead", ["lead"]),
    member("north-lead", ["lead", "kam"]),
    member("anna", ["kam"]),
    member("boris", ["kam"]),
    member("vera", ["kam"]),
    member("expert", ["specialist"]),
    member("gone", ["kam"], "2024-06-01"),
    member("titular", ["kam"]),
  ],
  teamLinks: [{ teamId: "tula", parentId: "south", ...open }],
  teamMembers: [
    { teamId: "south", memberId: "south-lead", role: "lead", ...open },
    { teamId: "north", memberId: "north-lead", role: "lead", ...open },
    { teamId: "south", memberId: "anna", role: "member", ...open },
    { teamId: "tula", memberId: "boris", role: "member", ...open },
    { teamId: "north", memberId: "vera", role: "member", startsOn: "2024-01-01", endsOn: "2024-07-01" },
    { teamId: "south", memberId: "vera", role: "member", startsOn: "2024-07-01", endsOn: null },
    { teamId: "south", memberId: "titular", role: "lead", ...open },
  ],
  clients: ["alfa", "beta", "gamma", "delta", "lost", "kept"].map((id) => ({ id })),
  assignments: [
    { clientId: "alfa", memberId: "anna", role: "primary", startsOn: "2024-01-01", endsOn: "2024-06-16" },
    { clientId: "alfa", memberId: "vera", role: "primary", startsOn: "2024-06-16", endsOn: null },
    { clientId: "beta", memberId: "boris", role: "primary", ...open },
    { clientId: "gamma", memberId: "vera", role: "primary", ...open },
    { clientId: "delta", memberId: "north-lead", role: "primary", ...open },
    { clientId: "gamma", memberId: "anna", role: "deputy", startsOn: "2024-06-01", endsOn: "2024-06-15" },
    { clientId: "beta", memberId: "expert", role: "specialist", ...open },
    { clientId: "kept", memberId: "anna", role: "deputy", ...open },
    { clientId: "kept", memberId: "expert", role: "specialist", ...open },
    { clientId: "kept", memberId: "gone", role: "primary", startsOn: "2023-01-01", endsOn: "2024-01-01" },
  ],
};
const sees = (who: string, on: string) => [...clientsInReach(rows, who, on)].sort();
const everything = ["alfa", "beta", "delta", "gamma", "kept", "lost"];

describe("R84 who sees which client", () => {
  it.each([
    ["a KAM the own book", "anna", "2024-05-01", ["alfa"]],
    ["and a client that one stands in for", "anna", "2024-06-01", ["alfa", "gamma"]],
    ["until the last day of it", "anna", "2024-06-14", ["alfa", "gamma"]],
    ["and not a day longer", "anna", "2024-06-15", ["alfa"]],
    ["not a client that has moved on, from that day", "anna", "2024-06-16", []],
    ["which is the other's from that day", "vera", "2024-06-16", ["alfa", "gamma"]],
    ["and not earlier", "vera", "2024-06-15", ["gamma"]],
    ["a specialist the clients one works on", "expert", "2024-05-01", ["beta"]],
    ["a lead the team's and the teams below", "south-lead", "2024-05-01", ["alfa", "beta"]],
    ["by the team of that day", "south-lead", "2024-07-01", ["alfa", "beta", "gamma"]],
    ["a lead also the own book", "north-lead", "2024-05-01", ["delta", "gamma"]],
    ["but no more those of who changed teams", "north-lead", "2024-07-01", ["delta"]],
    ["who stands as a lead in a team without the role leads nobody", "titular", "2024-05-01", []],
    ["a director everything", "director", "2024-05-01", everything],
    ["an admin everything", "admin", "2024-05-01", everything],
    ["an auditor everything", "auditor", "2024-05-01", everything],
    ["who has left nothing", "gone", "2024-06-01", []],
    ["a stranger nothing", "nobody", "2024-05-01", []],
    ["nobody anything before it began", "anna", "2023-12-31", []],
  ])("R91 %s", (_, who, on, expected) => {
    expect(sees(who, on)).toEqual(expected);
  });

  it("13.2 a client without an owner is in nobody's book, not even its deputy's, its specialist's or a lead's", () => {
    for (const who of ["anna", "expert", "south-lead", "north-lead", "vera"]) {
      expect(sees(who, "2024-05-01")).not.toContain("kept");
      expect(sees(who, "2024-05-01")).not.toContain("lost");
    }
  });
});
