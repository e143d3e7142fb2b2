import { touchReasons } from "@/lib/domain/call-reasons";
import { touchStates } from "@/lib/features/touches/queries";
import type { TodaySource } from "../source";

/** Clients, their executives and their key people with whom a touch is overdue. */
export const touches: TodaySource = async (scope, held) => {
  const states = await touchStates(scope, held);
  return [...states.values()].flatMap((state) =>
    touchReasons(state).map((reason) => ({ clientId: state.clientId, reason })),
  );
};
