import { apportion } from "../largest-remainder";
import type { SourceKind } from "../source-kind";
import { type Adjustment, adjustmentFor, type Correction } from "./adjustment";
import type { Component, PayPlan } from "./pay-plan";
import type { SlipLine } from "./slip-line";

/** A document of a closed period: what has been settled for it so far, and what it is now. Amounts are the person's share. */
export type SettledSale = {
  document: string;
  source: SourceKind;
  costed: boolean;
  was: { revenue: bigint; cost: bigint };
  now: { revenue: bigint; cost: bigint };
};

/** A slip as it was closed: its terms, its lines, and by source what its sales were then. */
export type ClosedSlip = { id: string; terms: PayPlan; lines: readonly SlipLine[]; sales: readonly SettledBase[] };
export type SettledBase = { source: SourceKind; costed: boolean; revenue: bigint; cost: bigint };

type OfSales = Extract<Component, { kind: "rate" | "tiers" }>;
type Amounts = { revenue: bigint; cost: bigint };

/**
 * What later corrections of a closed period's sales bring into the next slip: for each document and each component that counts it one
 * adjustment at the rate that the component really had (domain.md 5). A cap on the whole plan is taken off its components in proportion.
 */
export function adjustmentsOf(slip: ClosedSlip, changed: readonly SettledSale[]): Adjustment[] {
  const paid = paidByComponent(slip);
  return slip.terms.components.flatMap((component) => {
    if (component.kind !== "rate" && component.kind !== "tiers") return [];
    const counts = (sale: { source: SourceKind; costed: boolean }) =>
      (component.source === null || sale.source === component.source) && (component.on === "revenue" || sale.costed);
    const base = slip.sales.filter(counts).reduce((sum, sale) => sum + amountOf(component, sale), 0n);
    const closed = {
      slip: slip.id,
      component: component.id,
      base,
      paid: paid.get(component.id) ?? 0n,
      rate: lowestRate(component),
    };
    return [...byDocument(changed.filter(counts), component)]
      .map((correction) => adjustmentFor(closed, correction))
      .filter(({ amount, was, now }) => amount !== 0n && was !== now);
  });
}

const amountOf = ({ on }: OfSales, { revenue, cost }: Amounts) => (on === "revenue" ? revenue : revenue - cost);

function lowestRate(component: OfSales): number {
  return component.kind === "rate" ? component.rate : (component.scale.tiers[0]?.rate ?? 0);
}

function paidByComponent({ terms, lines }: ClosedSlip): Map<string, bigint> {
  const ofComponent = (id: string | null) =>
    lines
      .filter((line) => line.component === id && line.kind !== "adjustment")
      .reduce((sum, line) => sum + line.amount, 0n);
  const sums = terms.components.map(({ id }) => ofComponent(id));
  const capped = lines
    .filter((line) => line.kind === "cap" && line.component === null)
    .reduce((sum, line) => sum + line.amount, 0n);
  const weights = sums.map((sum) => (sum > 0n ? sum : 0n));
  const taken = weights.length === 0 ? [] : apportion(capped, weights);
  return new Map(terms.components.map(({ id }, place) => [id, (sums[place] ?? 0n) + (taken[place] ?? 0n)]));
}

function* byDocument(changed: readonly SettledSale[], component: OfSales): Generator<Correction> {
  const documents = new Map<string, { was: bigint; now: bigint }>();
  for (const sale of changed) {
    const sum = documents.get(sale.document) ?? { was: 0n, now: 0n };
    documents.set(sale.document, {
      was: sum.was + amountOf(component, sale.was),
      now: sum.now + amountOf(component, sale.now),
    });
  }
  for (const [sale, { was, now }] of documents) yield { sale, was, now, why: whyOf(was, now) };
}

function whyOf(was: bigint, now: bigint): Correction["why"] {
  if (was === 0n) return "added";
  if (now === 0n) return "moved";
  return now < was ? "returned" : "corrected";
}

/** The component of a line that takes over what an earlier slip could not take back. */
export const CARRIED = "carried";

/** The earlier slip's rest (≤ 0) as a line of the next one. It has no sale behind it. */
export function carriedFrom(slip: string, amount: bigint): Adjustment {
  return { slip, component: CARRIED, sale: "", was: 0n, now: 0n, why: "corrected", paid: 0n, on: 1n, amount };
}
