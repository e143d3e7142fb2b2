import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { type CreditLines, creditLines } from "./queries/credit-lines";
import { progressOf } from "./queries/progress";
import type { CreditLineFilter, ProgressFilter } from "./schema";

/** Plan against actual, whichever way it is cut. */
export const loadProgress = query("client:read", async function loadProgress(scope: Scope, filter: ProgressFilter) {
  return progressOf(scope, filter);
});

/** The lines that make a person's figure of a client. */
export const loadCreditLines = query(
  "client:read",
  async function loadCreditLines(scope: Scope, filter: CreditLineFilter): Promise<CreditLines> {
    return creditLines(scope, filter);
  },
);
