import type { useTranslations } from "next-intl";
import type { SlipLine } from "@/lib/domain/pay/slip-line";
import type { SourceKind } from "@/lib/domain/source-kind";
import { money } from "./format";
import type { Locale } from "./locale";
import { measureText } from "./measure-text";
import { points } from "./pay-words";

/** The translator of namespace `pay`, of a component or of a file. */
type Words = ReturnType<typeof useTranslations<"pay">>;
/** What a slip froze, as far as its lines are told by it. */
type SlipContent = {
  currency: string;
  terms: { components: readonly { id: string; source?: SourceKind | null }[] };
  measures: readonly {
    name: string;
    ru: string;
    en: string;
    unit: "money" | "percent" | "number";
    digits: number;
    fact: bigint | null;
    target: bigint | null;
  }[];
};
type Told = { title: string; why: string[] };

/**
 * What a line is called and why it is what it is, in sentences, from the line itself and what the slip froze; the same on the screen, on paper and in a
 * file. `periodOf` tells an earlier slip's period in words.
 */
export function lineWords(
  line: SlipLine,
  content: SlipContent,
  t: Words,
  locale: Locale,
  periodOf: (slip: string) => string,
): Told {
  const sum = (minor: bigint) => money(minor, content.currency, locale);
  const own = {
    title: t(`lines.${line.kind === "adjustment" && line.adjustment.sale === "" ? "carriedOver" : line.kind}`, {
      rate: "rate" in line ? points(line.rate, locale) : "",
      on: "on" in line ? salesWords(line.on, line.component) : "",
      tier: line.kind === "tier" ? String(line.tier + 1) : "",
      factor: line.kind === "accelerator" ? points(line.factor, locale) : "",
      document: line.kind === "adjustment" ? line.adjustment.sale : "",
      measure: line.kind === "kpi" ? measureName(line.measure, content, locale) : "",
    }),
    amount: sum(line.amount),
  };
  if (line.kind === "base")
    return {
      title: own.title,
      why: [t("lines.baseWhy", { worked: String(line.worked), days: String(line.days), full: sum(line.full) })],
    };
  if (line.kind === "rate")
    return {
      title: own.title,
      why: [
        t("why.rate", { base: sum(line.base), rate: points(line.rate, locale), amount: own.amount }),
        ...quota(line),
      ],
    };
  if (line.kind === "tier") {
    const figures = { base: sum(line.base), rate: points(line.rate, locale), amount: own.amount, from: sum(line.from) };
    const bounds = line.to === null ? t("why.tierFrom", figures) : t("why.tierTo", { ...figures, to: sum(line.to) });
    return { title: own.title, why: [bounds, ...(line.why ? [t(`why.${line.why}`)] : []), ...quota(line)] };
  }
  if (line.kind === "kpi") return { title: own.title, why: kpi(line, content, t, locale) };
  if (line.kind === "below-threshold") {
    const threshold = points(line.threshold, locale);
    return {
      title: own.title,
      why: [
        line.points === null
          ? t("why.thresholdUnknown", { threshold })
          : t("why.threshold", { threshold, points: points(line.points, locale) }),
      ],
    };
  }
  if (line.kind === "accelerator")
    return {
      title: own.title,
      why: [
        t("why.accelerator", {
          from: points(line.from, locale),
          factor: points(line.factor, locale),
          points: points(line.points, locale),
        }),
      ],
    };
  if (line.kind === "cap") return { title: own.title, why: [t("why.cap", { cap: sum(line.cap) })] };
  if (line.kind === "adjustment") {
    const { was, now, paid, on, slip, sale, why } = line.adjustment;
    const period = periodOf(slip);
    if (sale === "") return { title: own.title, why: [t("why.carriedOver", { period })] };
    const figures = { was: sum(was), now: sum(now), difference: sum(now - was), paid: sum(paid), on: sum(on), period };
    return { title: own.title, why: [t(`why.reasons.${why}`), t("why.adjustment", figures)] };
  }
  return { title: own.title, why: [t(`why.${line.kind}`)] };

  function salesWords(on: "revenue" | "margin", id: string | null): string {
    const source = content.terms.components.find((component) => component.id === id)?.source;
    return source ? `${t(`on.${on}`)}, ${t(`source.${source}`)}` : t(`on.${on}`);
  }

  function quota({ quota: amount, plan, base }: { quota: bigint | null; plan: string | null; base: bigint }): string[] {
    if (amount === null) return [t("why.noPlan")];
    const reached = amount > 0n ? [t("why.points", { points: points((base * 10_000n) / amount, locale) })] : [];
    return [t("why.plan", { versions: plan ?? "", amount: sum(amount) }), ...reached];
  }
}

function measureName(name: string, content: SlipContent, locale: Locale): string {
  const found = content.measures.find((one) => one.name === name);
  return found ? found[locale] : name;
}

function kpi(line: Extract<SlipLine, { kind: "kpi" }>, content: SlipContent, t: Words, locale: Locale): string[] {
  const found = content.measures.find(({ name }) => name === line.measure);
  const figure = (value: bigint | null | undefined) =>
    found && value !== null && value !== undefined ? measureText(value, found, content.currency, locale) : "—";
  if (line.points === null || line.coefficient === null) return [t("why.kpiMissing")];
  const sum = money(line.bonus, content.currency, locale);
  return [
    t("why.kpiFact", { fact: figure(found?.fact), target: figure(found?.target), points: points(line.points, locale) }),
    t("why.kpi", { bonus: sum, weight: points(line.weight, locale), coefficient: points(line.coefficient, locale) }),
  ];
}
