import { rhythmReason } from "@/lib/domain/call-reasons";
import { listMissedRhythms } from "@/lib/features/sales/queries/rhythms";
import type { TodaySource } from "../source";

/** Clients that have stayed away longer than is usual for them (R77). */
export const rhythms: TodaySource = async (scope) => {
  const missed = await listMissedRhythms(scope);
  const whole = missed.reduce((sum, { turnover }) => sum + turnover, 0n);
  return missed.flatMap(({ clientId, turnover, ...rhythm }) => {
    const share = whole > 0n ? Number(turnover) / Number(whole) : null;
    const reason = rhythmReason(rhythm, scope.today, share);
    return reason ? { clientId, reason } : [];
  });
};
