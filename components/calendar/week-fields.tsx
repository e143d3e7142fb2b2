"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  /** Monday first: "09:00–13:00, 14:00–18:00", "" for a day off. */
  week: readonly string[];
  /** Sentences by the field's place: "week.0". */
  errors: Readonly<Record<string, string | undefined>>;
  onChange: (week: string[]) => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours of each weekday, one line each. */
export function WeekFields({ week, errors, onChange }: Props) {
  const t = useTranslations("calendar");
  return (
    <div className="flex flex-col gap-2 [&_label]:inline-block [&_label]:first-letter:uppercase">
      <p className="text-ink-3 text-xs">{t("weekHint")}</p>
      {weekdays.map((day, place) => (
        <Field key={day} label={t(`weekday.d${day}`)} error={errors[`week.${place}`]}>
          <Input
            name={`week.${place}`}
            value={week[place] ?? ""}
            maxLength={80}
            placeholder={t("dayOff")}
            onChange={(event) => onChange(week.map((text, at) => (at === place ? event.target.value : text)))}
          />
        </Field>
      ))}
    </div>
  );
}
