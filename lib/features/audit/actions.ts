"use server";

import { z } from "zod";
import { lookup } from "@/lib/access/doors";

/** Recomputes the hash chain of the company's audit trail. Answers when it breaks, or null when every seal holds. */
export const checkSeals = lookup({ ability: "audit:read", input: z.strictObject({}) }, async (scope) => {
  const [broken] = await scope.db.$queryRaw<{ sealed_at: Date }[]>`select sealed_at from app.broken_seal()`;
  return { brokenAt: broken?.sealed_at.toISOString() ?? null };
});
