import { type ErrorCode, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { type LockedVersion, lockVersion } from "./lock-version";

/** How many went on, and which did not, each with its reason. */
export type ManyDone = { done: number; left: { versionId: string; code: ErrorCode }[] };

/**
 * The same step for many plans, each checked by itself: one that refuses is left as it is and does not hold up the others. `step` must check before
 * it writes. One that is out of reach refuses them all. Locked in one order, so that two callers do not wait for each other.
 */
export async function eachPlan(
  scope: Scope,
  plans: readonly { versionId: string; version: number }[],
  step: (version: LockedVersion) => Promise<unknown>,
): Promise<ManyDone> {
  const left: ManyDone["left"] = [];
  const inOrder = plans.toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1));
  for (const { versionId, version: seen } of inOrder) {
    try {
      const version = await lockVersion(scope, versionId);
      if (version.version !== seen) throw new Refusal("changed-meanwhile");
      await step(version);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === "not-found") throw error;
      left.push({ versionId, code: error.code });
    }
  }
  return { done: plans.length - left.length, left };
}
