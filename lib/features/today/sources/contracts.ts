import { z } from "zod";
import { daysBetween } from "@/lib/domain/calendar-date";
import type { TodaySource } from "../source";

/** A contract that ends this soon is spoken of. */
const AHEAD = 60;

const row = z.object({ clientId: z.string(), number: z.string(), endsOn: z.string() });

/** Signed contracts that end within sixty days. */
export const contracts: TodaySource = async (scope, held) => {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text "clientId", number, ends_on::text "endsOn" from contract
    where client_id = any(${[...held]}::uuid[]) and status = 'signed' and ends_on between ${scope.today}::date and ${scope.today}::date + ${AHEAD}::int`;
  return rows.map((found) => {
    const { clientId, number, endsOn } = row.parse(found);
    return { clientId, reason: { kind: "contract", number, endsOn, daysAway: daysBetween(scope.today, endsOn) } };
  });
};
