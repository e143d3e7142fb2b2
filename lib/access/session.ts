import "server-only";
import { z } from "zod";
import { sessionHash } from "./caller";
import { asNobody } from "./transaction";

const company = z.object({ tenant_id: z.string(), name: z.string(), current: z.boolean(), roles: z.array(z.string()) });
const account = z.object({
  person_id: z.string(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(["ru", "en"]).nullable(),
});

export type Company = { id: string; name: string; current: boolean };
export type Account = { name: string; email: string; locale: "ru" | "en" | null; companies: Company[] };

/** Whose session this is and where they work, without entering any company; null when signed out. For the shell and the account page. */
export async function findAccount(): Promise<Account | null> {
  const hash = await sessionHash();
  if (!hash) return null;
  return asNobody("findAccount", async (db) => {
    const [who] = await db.$queryRaw<
      unknown[]
    >`select person_id::text, name, email, locale from identity.account_of(${hash})`;
    if (!who) return null;
    const person = account.parse(who);
    const rows = await db.$queryRaw<
      unknown[]
    >`select tenant_id::text, name, current, roles from identity.my_companies(${hash})`;
    const companies = rows
      .map((row) => company.parse(row))
      .map((row) => ({ id: row.tenant_id, name: row.name, current: row.current }));
    return { name: person.name, email: person.email, locale: person.locale, companies };
  });
}
