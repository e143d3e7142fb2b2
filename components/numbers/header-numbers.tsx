import { useLocale, useTranslations } from "next-intl";
import { Why } from "@/components/ui/why";
import type { HeaderNumber } from "@/lib/features/numbers/queries/header-numbers";
import { day, relativeDays } from "@/lib/i18n/format";
import { ConfirmNumber } from "./confirm-number";
import { useNumberText } from "./number-text";
import { useValueSource } from "./value-source";

type Props = { clientId: string; numbers: readonly HeaderNumber[]; mayEdit: boolean };

/** The figures that one must have in mind, each with its age; what is out of date says so and is confirmed in one tap (R28). */
export function HeaderNumbers({ clientId, numbers, mayEdit }: Props) {
  const t = useTranslations("numbers");
  const locale = useLocale();
  const textOf = useNumberText();
  const sourceOf = useValueSource();
  if (numbers.length === 0) return null;
  return (
    <dl aria-label={t("header.label")} className="grid grid-cols-2 gap-x-5 gap-y-2 sm:flex sm:flex-wrap">
      {numbers.map((number) => {
        const isStale = number.freshness.state === "stale";
        return (
          <div key={number.kindId} className="flex min-w-0 flex-col">
            <dt className="order-last flex flex-wrap items-center gap-x-1.5 text-2xs text-ink-3">
              <span>
                {number.name}
                {" · "}
                {relativeDays(-number.freshness.ageDays, locale)}
              </span>
              {isStale && !mayEdit && <span className="text-amber">{t("header.ask")}</span>}
            </dt>
            <dd className="flex flex-wrap items-center gap-x-1.5">
              <Why
                align="start"
                label={`${number.name}: ${textOf(number, number)}`}
                reason={{
                  definition: `${sourceOf(number)}. ${t("header.trust", { days: number.halfLifeDays })}`,
                  asOf: day(number.asOf, locale),
                  rows: { href: `/clients/${clientId}/business#${number.kindId}`, label: t("header.history") },
                }}
                className={isStale ? "font-semibold text-amber text-lg" : "font-semibold text-lg"}
              >
                {textOf(number, number, true)}
              </Why>
              {isStale && mayEdit && <ConfirmNumber clientId={clientId} id={number.id} name={number.name} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
