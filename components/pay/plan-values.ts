import type { Direction } from "@/lib/domain/kpi";
import { currencyExponent } from "@/lib/domain/money";
import type { Component, PayBase, PayPlan } from "@/lib/domain/pay/pay-plan";
import type { TierMode } from "@/lib/domain/pay/tiers";
import type { SourceKind } from "@/lib/domain/source-kind";
import { markOf, typedText } from "@/lib/domain/typed-amount";
import type { PayPlanRow } from "@/lib/features/pay/queries/plans";
import type { Locale } from "@/lib/i18n/locale";

/** Rows of a form have a key of their own: what stands in them may be the same. */
type Keyed = { key: number };
export type TierValues = Keyed & { from: string; rate: string };
export type AcceleratorValues = Keyed & { from: string; factor: string };
export type StepValues = Keyed & { from: string; coefficient: string };
export type MeasureValues = Keyed & {
  /** "own:<id>" or "team:<id>". */
  name: string;
  direction: Direction;
  weight: string;
  rule: "linear" | "steps";
  ruleCap: string;
  steps: StepValues[];
};
export type ItemValues = Keyed & { name: string; amount: string };

/** A component as it stands in the form: amounts and shares as a person writes them; only those of its kind are read. */
export type ComponentValues = {
  id: string;
  kind: Component["kind"];
  threshold: string;
  cap: string;
  accelerators: AcceleratorValues[];
  on: PayBase;
  source: SourceKind | "";
  rate: string;
  mode: TierMode;
  by: "quota" | "amount";
  tiers: TierValues[];
  bonus: string;
  measures: MeasureValues[];
  amount: string;
};

export type PlanValues = {
  name: string;
  kind: PayPlanRow["kind"];
  months: 1 | 3;
  base: string;
  cap: string;
  components: ComponentValues[];
  items: ItemValues[];
};

export const nextKey = (rows: readonly Keyed[]) => rows.reduce((most, { key }) => Math.max(most, key), -1) + 1;

/** How amounts and shares are written in a form of that language and currency. */
export function writer(currency: string, locale: Locale) {
  const mark = markOf(locale);
  const digits = currencyExponent(currency);
  return {
    amount: (minor: bigint | null) => (minor === null ? "" : typedText(minor, digits, mark)),
    share: (points: number | bigint | null) => (points === null ? "" : typedText(BigInt(points), 2, mark)),
  };
}
type Writer = ReturnType<typeof writer>;

export function emptyComponent(kind: Component["kind"], id: string): ComponentValues {
  return {
    id,
    kind,
    threshold: "",
    cap: "",
    accelerators: [],
    on: "revenue",
    source: "",
    rate: "",
    mode: "marginal",
    by: "quota",
    tiers: [
      { key: 0, from: "0", rate: "" },
      { key: 1, from: "100", rate: "" },
    ],
    bonus: "",
    measures: [],
    amount: "",
  };
}

/** A version of a plan as the form shows it. */
export function planValues(
  { name, kind, months }: Pick<PayPlanRow, "name" | "kind" | "months">,
  { terms, package: items }: { terms: PayPlan; package: readonly { name: string; amount: bigint | null }[] },
  write: Writer,
): PlanValues {
  return {
    name,
    kind,
    months,
    base: write.amount(terms.base),
    cap: write.amount(terms.cap),
    components: terms.components.map((one) => componentValues(one, write)),
    items: items.map((item, key) => ({ key, name: item.name, amount: write.amount(item.amount) })),
  };
}

function componentValues(component: Component, write: Writer): ComponentValues {
  const common = {
    ...emptyComponent(component.kind, component.id),
    threshold: write.share(component.threshold),
    cap: write.amount(component.cap),
    accelerators: component.accelerators.map(({ from, factor }, key) => ({
      key,
      from: write.share(from),
      factor: write.share(factor),
    })),
  };
  if (component.kind === "fixed") return { ...common, amount: write.amount(component.amount) };
  if (component.kind === "kpi")
    return {
      ...common,
      bonus: write.amount(component.bonus),
      measures: component.measures.map(({ id, direction, weight, rule }, key) => ({
        key,
        name: id,
        direction,
        weight: write.share(weight),
        rule: rule.kind,
        ruleCap: rule.kind === "linear" ? write.share(rule.cap) : "",
        steps:
          rule.kind === "steps"
            ? rule.steps.map((step, place) => ({
                key: place,
                from: write.share(step.from),
                coefficient: write.share(step.coefficient),
              }))
            : [],
      })),
    };
  const ofSales = { ...common, on: component.on, source: component.source ?? ("" as const) };
  if (component.kind === "rate") return { ...ofSales, rate: write.share(component.rate) };
  const { mode, by, tiers } = component.scale;
  const from = (value: bigint) => (by === "quota" ? write.share(value) : write.amount(value));
  return {
    ...ofSales,
    mode,
    by,
    tiers: tiers.map((tier, key) => ({ key, from: from(tier.from), rate: write.share(tier.rate) })),
  };
}
