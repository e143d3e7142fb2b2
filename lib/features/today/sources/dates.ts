import { z } from "zod";
import { nextBirthday } from "@/lib/domain/birthday";
import { CONTRACT_AHEAD, contractReason } from "@/lib/domain/call-reasons";
import type { TodaySignal } from "@/lib/domain/today";
import type { TodaySource } from "../source";

/** Days ahead within which a birthday is told. */
const AHEAD = 7;

const row = z.object({
  kind: z.enum(["contract", "birthday"]),
  clientId: z.string(),
  name: z.string(),
  on: z.string(),
});

/** Dates that come near: signed contracts that end within sixty days, birthdays of the client's people today and in the coming week. */
export const dates: TodaySource = async (scope, held) => {
  const ids = [...held];
  const rows = await scope.db.$queryRaw<unknown[]>`
    select 'contract' kind, client_id::text "clientId", number "name", ends_on::text "on" from contract
    where client_id = any(${ids}::uuid[]) and status = 'signed' and ends_on between ${scope.today}::date and ${scope.today}::date + ${CONTRACT_AHEAD}::int
    union all
    (select 'birthday', client_id::text, name, birthday::text from contact
      where client_id = any(${ids}::uuid[]) and birthday is not null and archived_at is null order by name, id)`;
  return rows.flatMap((found): TodaySignal[] => {
    const { kind, clientId, name, on: day } = row.parse(found);
    if (kind === "contract") return [{ clientId, reason: contractReason({ number: name, endsOn: day }, scope.today) }];
    const { on, daysAway } = nextBirthday(day, scope.today);
    return daysAway <= AHEAD ? [{ clientId, reason: { kind, name, on, daysAway } }] : [];
  });
};
