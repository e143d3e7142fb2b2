/** What a KAM may do with a client (R61): start initiatives, only answer, or both. */
export const workModes = ["proactive", "reactive", "mixed"] as const;
export type WorkMode = (typeof workModes)[number];

/** Initiatives may be started for this client (R76). */
export function mayInitiate(mode: WorkMode): boolean {
  return mode !== "reactive";
}
