import type pg from "pg";

export type Identity = {
  /** reach_few, reach_many, reach_all; null forgets the role. */
  reach: string | null;
  /** null forgets the context. */
  tenant: string | null;
  member: string | null;
  ability: string;
  today: string;
  readOnly?: boolean;
};

/** The context of a door, written by the same statement as lib/access/transaction.ts `enter`. */
export async function enter(client: pg.Client, who: Identity): Promise<void> {
  await client.query(
    `select set_config('app.tenant', $1, true), set_config('app.member', $2, true), set_config('app.today', $3, true),
       set_config('app.ability', $4, true), set_config('app.action', 'test', true), set_config('app.request', '', true),
       set_config('transaction_read_only', $5, true)`,
    [who.tenant ?? "", who.member ?? "", who.today, who.ability, who.readOnly ? "on" : "off"],
  );
  if (who.reach) await client.query("select set_config('role', app.role_name($1), true)", [who.reach]);
}

/** Runs work in one committed transaction as this identity; rolled back when it throws. */
export async function becoming<T>(client: pg.Client, who: Identity, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    await enter(client, who);
    const answer = await work();
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
