import { z } from "zod";
import { CONTRACT_AHEAD, contractReason } from "@/lib/domain/call-reasons";
import type { TodaySource } from "../source";

const row = z.object({ clientId: z.string(), number: z.string(), endsOn: z.string() });

/** Signed contracts that end within sixty days. */
export const contracts: TodaySource = async (scope, held) => {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text "clientId", number, ends_on::text "endsOn" from contract
    where client_id = any(${[...held]}::uuid[]) and status = 'signed' and ends_on between ${scope.today}::date and ${scope.today}::date + ${CONTRACT_AHEAD}::int`;
  return rows.map((found) => {
    const { clientId, ...contract } = row.parse(found);
    return { clientId, reason: contractReason(contract, scope.today) };
  });
};
