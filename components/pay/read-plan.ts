import { currencyExponent } from "@/lib/domain/money";
import { type Component, faultField, type PayPlan, payPlanFaults } from "@/lib/domain/pay/pay-plan";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import type { Locale } from "@/lib/i18n/locale";
import type { ComponentValues, MeasureValues, PlanValues } from "./plan-values";

/** Error codes by the name of the field. */
export type Faults = Record<string, string>;
type Items = { name: string; amount: bigint | null }[];

/**
 * What a form says, with every fault at its field: figures that are none, and what keeps the plan from paying as it says (lib/domain/pay/pay-plan, the same
 * rules as the server's).
 */
export function readPlan(
  values: PlanValues,
  currency: string,
  locale: Locale,
): { terms: PayPlan; items: Items; faults: Faults } {
  const faults: Faults = {};
  const reader = readerOf(faults, currency, locale);
  if (values.name.trim() === "") faults.name = "required";
  const terms: PayPlan = {
    base: reader.amount("base", values.base) ?? 0n,
    cap: reader.amount("cap", values.cap),
    components: values.components.map((one) => readComponent(one, reader)),
  };
  const items = values.items.map(({ key, name, amount }) => {
    if (name.trim() === "") faults[`items.${key}.name`] = "required";
    return { name: name.trim(), amount: reader.amount(`items.${key}.amount`, amount) };
  });
  // What is no figure yet is mended first: a rule about it would only speak of the nought that stands for it.
  for (const fault of payPlanFaults(terms)) {
    const field = faultField(fault);
    const below = Object.keys(faults).some((one) => one === field || one.startsWith(`${field}.`));
    if (!below) faults[field] = `pay-${fault.fault}`;
  }
  return { terms, items, faults };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(faults: Faults, currency: string, locale: Locale) {
  const mark = markOf(locale);
  function read(field: string, typed: string, digits: number): bigint | null {
    if (typed.trim() === "") return null;
    const value = typedAmount(typed, digits, mark);
    if (value === null) faults[field] = "not-a-number";
    return value;
  }
  function share(field: string, typed: string): number | null {
    const value = read(field, typed, 2);
    if (value === null) return null;
    if (value < 0n) faults[field] = "pay-negative";
    if (value > 1_000_000n) faults[field] = "too-large";
    return faults[field] ? 0 : Number(value);
  }
  return {
    faults,
    amount: (field: string, typed: string) => read(field, typed, currencyExponent(currency)),
    share,
    needed<T>(field: string, value: T | null, otherwise: T): T {
      if (value === null) faults[field] ??= "required";
      return value ?? otherwise;
    },
  };
}

function readComponent(values: ComponentValues, reader: Reader): Component {
  const at = (name: string) => `component.${values.id}.${name}`;
  const share = (name: string, typed: string) => reader.needed(at(name), reader.share(at(name), typed), 0);
  const amount = (name: string, typed: string) => reader.needed(at(name), reader.amount(at(name), typed), 0n);
  const common = {
    id: values.id,
    threshold: reader.share(at("threshold"), values.threshold),
    cap: reader.amount(at("cap"), values.cap),
    accelerators: values.accelerators.map(({ from, factor }, place) => ({
      from: share(`accelerators.${place}.from`, from),
      factor: share(`accelerators.${place}.factor`, factor),
    })),
  };
  const { kind, on, mode, by } = values;
  if (kind === "fixed") return { ...common, kind, amount: amount("amount", values.amount) };
  if (kind === "kpi") {
    if (values.measures.length === 0) reader.faults[at("measures")] = "required";
    const measures = values.measures.map((one, place) => readMeasure(one, `measures.${place}`, share, reader, at));
    return { ...common, kind, bonus: amount("bonus", values.bonus), measures };
  }
  const source = values.source || null;
  if (kind === "rate") return { ...common, kind, on, source, rate: share("rate", values.rate) };
  const tiers = values.tiers.map(({ from, rate }, place) => ({
    from: by === "quota" ? BigInt(share(`tiers.${place}.from`, from)) : amount(`tiers.${place}.from`, from),
    rate: share(`tiers.${place}.rate`, rate),
  }));
  return { ...common, kind, on, source, scale: { mode, by, tiers } };
}

function readMeasure(
  { name, direction, weight, rule, ruleCap, steps }: MeasureValues,
  field: string,
  share: (name: string, typed: string) => number,
  reader: Reader,
  at: (name: string) => string,
) {
  return {
    id: name,
    direction,
    weight: share(`${field}.weight`, weight),
    rule:
      rule === "linear"
        ? { kind: rule, cap: reader.share(at(`${field}.ruleCap`), ruleCap) }
        : {
            kind: rule,
            steps: steps.map((step, place) => ({
              from: share(`${field}.steps.${place}.from`, step.from),
              coefficient: share(`${field}.steps.${place}.coefficient`, step.coefficient),
            })),
          },
  };
}
