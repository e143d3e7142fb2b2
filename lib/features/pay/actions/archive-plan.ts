import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { archivePlanInput } from "../schema";

/** Puts a plan away that nobody has or will have, or takes it back. What it has paid stays as it is. */
export async function archivePlan(
  { db, now, today }: Scope,
  { id, version, archived }: z.output<typeof archivePlanInput>,
): Promise<void> {
  const [there] = await db.$queryRaw<{ version: number; held: boolean }[]>`
    select p.version, exists (select from pay_assignment a where a.plan_id = p.id and (a.ends_on is null or a.ends_on > ${today}::date)) held
    from pay_plan p where p.id = ${id}::uuid for update`;
  if (!there) throw new Refusal("not-found");
  if (archived && there.held) throw new Refusal("pay-plan-held");
  if (there.version !== version) throw new Refusal("conflict");
  await db.$executeRaw`update pay_plan set archived_at = ${archived ? now : null} where id = ${id}::uuid`;
}
