import type { AssignmentRole } from "./assignment";

/** What a member is in the company. A member holds a set: reach is the widest of them, abilities the union (domain 13.3). */
export const roles = ["admin", "director", "lead", "kam", "specialist", "auditor"] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** Roles that see every client of the company, also those that nobody owns. An auditor sees, and changes nothing. */
export const seesAllClients: readonly Role[] = ["admin", "director", "auditor"];

const worksAs: Record<AssignmentRole, readonly Role[]> = {
  primary: ["kam", "lead"],
  deputy: ["kam", "lead"],
  specialist: ["specialist", "kam", "lead"],
};

/** Whether someone with these roles can be given a client in that part. */
export function canWorkAs(held: readonly Role[], part: AssignmentRole): boolean {
  return held.some((role) => worksAs[part].includes(role));
}
