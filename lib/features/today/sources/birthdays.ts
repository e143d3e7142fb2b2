import { z } from "zod";
import { nextBirthday } from "@/lib/domain/birthday";
import type { TodaySource } from "../source";

/** Days ahead within which a birthday is told. */
const AHEAD = 7;

const row = z.object({ clientId: z.string(), name: z.string(), birthday: z.string() });

/** Birthdays of the client's people today and in the coming week. */
export const birthdays: TodaySource = async (scope, held) => {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text "clientId", name, birthday::text from contact
    where client_id = any(${[...held]}::uuid[]) and birthday is not null and archived_at is null order by name, id`;
  return rows.flatMap((found) => {
    const { clientId, name, birthday } = row.parse(found);
    const { on, daysAway } = nextBirthday(birthday, scope.today);
    return daysAway <= AHEAD ? [{ clientId, reason: { kind: "birthday" as const, name, on, daysAway } }] : [];
  });
};
