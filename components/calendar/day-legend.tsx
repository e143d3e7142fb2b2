import { getTranslations } from "next-intl/server";
import { dayLook } from "./day-look";

const states = ["weekend", "off", "short", "working"] as const;

/** What the marks of the days mean. */
export async function DayLegend() {
  const t = await getTranslations("calendar");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-4 gap-y-1.5 text-ink-2 text-xs">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <span aria-hidden className={dayLook(state, false)} style={{ width: 28 }}>
            {16}
          </span>
          {t(`state.${state}`)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden className={dayLook("usual", true)} style={{ width: 28 }}>
          {16}
        </span>
        {t("own")}
      </li>
    </ul>
  );
}
