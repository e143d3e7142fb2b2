import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { tiers } from "@/lib/domain/tier";

const row = z.object({
  tier: z.enum(tiers),
  days: z.number(),
  executiveDays: z.number().nullable(),
  version: z.number(),
});

/** How often clients of a tier are to be touched, in days; null executives: none are asked for. */
export type CadenceRow = z.output<typeof row>;

export async function listCadences(scope: Scope): Promise<CadenceRow[]> {
  const select = { tier: true, days: true, executiveDays: true, version: true } as const;
  const rows = await scope.db.cadence.findMany({ select, orderBy: { tier: "asc" } });
  return rows.map((one) => row.parse(one));
}

export const loadCadences = query("dictionary:edit", async function loadCadences(scope) {
  return listCadences(scope);
});
