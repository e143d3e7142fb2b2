"use client";

import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { DateInput } from "@/components/ui/date-input";
import { useQueryHref } from "@/components/ui/query-href";
import { number } from "@/lib/i18n/format";

type Props = { on: string; today: string; closed: number; showClosed: boolean };

/** The day whose tree is shown. */
export function TeamsBar({ on, today, closed, showClosed }: Props) {
  const t = useTranslations("teams");
  const { go } = useQueryHref();
  const locale = useLocale();
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-2">
      <label htmlFor="teams-on" className="text-ink-2">
        {t("on")}
      </label>
      <DateInput
        id="teams-on"
        value={on}
        today={today}
        onValueChange={(day) => go({ on: day && day !== today ? day : null })}
        className="w-40"
      />
      {on !== today && <Chip onClick={() => go({ on: null })}>{t("today")}</Chip>}
      {(closed > 0 || showClosed) && (
        <Chip active={showClosed} onClick={() => go({ closed: showClosed ? null : "1" })}>
          {t("showClosed", { count: number(closed, locale) })}
        </Chip>
      )}
    </div>
  );
}
