import type { TodaySignal } from "@/lib/domain/today";
import { touchStates } from "@/lib/features/touches/queries";
import type { TodaySource } from "../source";

/** Clients, their executives and their key people with whom a touch is overdue (domain.md 6). */
export const touches: TodaySource = async (scope, held) => {
  const states = await touchStates(scope, held);
  return [...states.values()].flatMap((state): TodaySignal[] => {
    const { clientId, days, cadence, late, executive } = state;
    const signals: TodaySignal[] = [];
    if (state.overdue) signals.push({ clientId, reason: { kind: "touch", days, cadence, late } });
    if (executive?.overdue) {
      const { days: since, cadence: every, late: by } = executive;
      signals.push({ clientId, reason: { kind: "executive", days: since, cadence: every, late: by } });
    }
    // While the client as a whole is silent, each of its people is too: that is one reason, not three.
    if (!state.overdue)
      for (const person of state.people)
        if (person.overdue)
          signals.push({
            clientId,
            reason: {
              kind: "person",
              name: person.name,
              days: person.days,
              cadence: person.cadence,
              late: person.late,
            },
          });
    return signals;
  });
};
