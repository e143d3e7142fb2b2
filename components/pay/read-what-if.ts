import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import type { PayFacts } from "@/lib/domain/pay/slip";
import type { WhatIf } from "@/lib/features/pay/queries";

// Which members of terms and facts are whole amounts: they come as text, and nothing else does under these names.
const whole = new Set([
  "from",
  "base",
  "cap",
  "bonus",
  "amount",
  "revenue",
  "margin",
  "fact",
  "target",
  "paid",
  "on",
  "was",
  "now",
]);

function revive(key: string, value: unknown): unknown {
  return typeof value === "string" && /^-?\d+$/.test(value) && whole.has(key) ? BigInt(value) : value;
}

/** Terms and facts as lib/features/pay/plain wrote them. A tier's start is an amount, an accelerator's a plain number already. */
export function readWhatIf({ terms, facts }: WhatIf): { terms: PayPlan; facts: PayFacts } {
  const read = (text: string): unknown => JSON.parse(text, (key, value: unknown) => revive(key, value));
  const raw = read(facts) as Omit<PayFacts, "measures"> & {
    measures: [string, { fact: bigint | null; target: bigint | null }][];
  };
  return { terms: read(terms) as PayPlan, facts: { ...raw, measures: new Map(raw.measures) } };
}
