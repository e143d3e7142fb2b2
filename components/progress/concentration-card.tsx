import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/card";
import { chipLook } from "@/components/ui/chip";
import { Why } from "@/components/ui/why";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { list, number, percent } from "@/lib/i18n/format";
import { KeptFields } from "./period-bar";
import { useSums } from "./sums";

/** How much stands on how few (R24), and what would be missing without one of them. */
export function ConcentrationCard({
  progress: { health, loss, largest, state, currency },
  lostPay,
}: {
  progress: Progress;
  lostPay?: ReactNode;
}) {
  const t = useTranslations("progress.concentration");
  const words = useTranslations("words");
  const locale = useLocale();
  const { named } = useSums(currency);
  if (!health?.concentration.top) return null;
  const { top, index } = health.concentration;
  const indexOf = (value: number | null) => (value === null ? words("noValue") : number(value, locale));
  return (
    <Section title={t("title")}>
      <div className="flex flex-col gap-2">
        <p>
          {t("top", { share: percent(top.share, locale), count: top.clients.length, names: list(top.clients, locale) })}
        </p>
        <p>
          <Why align="start" label={t("index", { index: indexOf(index) })} reason={{ definition: t("indexWhy") }}>
            {t("index", { index: indexOf(index) })}
          </Why>
        </p>
        <form action="/progress" data-print="none" className="flex flex-wrap items-center gap-1.5">
          <KeptFields state={state} without={["lose", "page"]} />
          <span className="text-ink-3">{t("lose")}</span>
          <select
            name="lose"
            defaultValue={state.lose ?? ""}
            aria-label={t("choose")}
            className="h-6.5 min-w-0 max-w-56 rounded-full border border-edge bg-sheet px-2"
          >
            {largest.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className={chipLook()}>
            {t("ask")}
          </button>
        </form>
        {loss && (
          <p role="status">
            {t("lost", {
              name: loss.name,
              share: percent(loss.share, locale, { digits: 1 }),
              sum: named(loss.turnover),
              index: indexOf(loss.index),
            })}{" "}
            {loss.planLeft === null ? t("noPlan") : t("planLeft", { sum: named(loss.planLeft) })}
          </p>
        )}
        {loss && lostPay}
      </div>
    </Section>
  );
}
