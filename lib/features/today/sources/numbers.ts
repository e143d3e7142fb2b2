import { listStaleNumbers } from "@/lib/features/numbers/queries/stale";
import type { TodaySource } from "../source";

/** Key numbers that are past their half-life (R28): to be asked when one talks anyway. */
export const numbers: TodaySource = async (scope) => {
  const stale = await listStaleNumbers(scope, { of: "mine", limit: 500 });
  const byClient = new Map<string, string[]>();
  for (const { clientId, name } of stale) byClient.set(clientId, [...(byClient.get(clientId) ?? []), name]);
  return [...byClient].map(([clientId, names]) => ({ clientId, reason: { kind: "numbers", names } }));
};
