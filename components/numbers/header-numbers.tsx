import { useLocale, useTranslations } from "next-intl";
import type { HeaderNumber } from "@/lib/features/numbers/queries/header-numbers";
import { day } from "@/lib/i18n/format";
import { ConfirmNumber } from "./confirm-number";
import { useNumberText } from "./number-text";

type Props = { clientId: string; numbers: readonly HeaderNumber[]; mayEdit: boolean };

/** The figures that one must have in mind, each with its age; what is out of date says so and is confirmed in one tap (R28). */
export function HeaderNumbers({ clientId, numbers, mayEdit }: Props) {
  const t = useTranslations("numbers");
  const locale = useLocale();
  const textOf = useNumberText();
  if (numbers.length === 0) return null;
  return (
    <dl aria-label={t("header.label")} className="grid grid-cols-2 gap-x-6.5 gap-y-2 sm:flex sm:flex-wrap">
      {numbers.map((number) => {
        const isStale = number.freshness.state === "stale";
        return (
          <div key={number.kindId} className="flex min-w-0 flex-col">
            <dt className="order-last flex flex-wrap items-center gap-x-1.5 text-2xs text-ink-3">
              <span title={t("header.since", { day: day(number.asOf, locale) })}>
                {number.name}
                {" · "}
                {t("age", { age: number.freshness.ageDays })}
              </span>
              {isStale && <span className="text-amber">{t("header.ask")}</span>}
            </dt>
            <dd className="flex flex-wrap items-center gap-x-1.5">
              <span
                title={textOf(number, number)}
                className={isStale ? "font-semibold text-amber text-lg" : "font-semibold text-lg"}
              >
                {textOf(number, number, true)}
              </span>
              {isStale && mayEdit && <ConfirmNumber clientId={clientId} id={number.id} name={number.name} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
