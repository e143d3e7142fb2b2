"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CheckboxField } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { YEAR_UNKNOWN } from "@/lib/domain/birthday";

// Shown where the year is not known: a leap year, so that 29 February can be typed.
const STAND = "2000";

/** A birthday; where nobody asked for the year, it is kept under one that no contact was born in (lib/domain/birthday). */
export function BirthdayField(props: { value: string; error?: string; onChange: (day: string) => void }) {
  const t = useTranslations("contacts.form");
  const tick = useId();
  const withoutYear = props.value.startsWith(String(YEAR_UNKNOWN));
  const put = (day: string, yearless: boolean) =>
    props.onChange(day && (yearless ? `${YEAR_UNKNOWN}${day.slice(4)}` : day));
  return (
    <div className="grid grid-cols-[minmax(0,176px)_auto] items-end gap-3">
      <Field label={t("birthday")} error={props.error}>
        <DateInput
          value={withoutYear ? `${STAND}${props.value.slice(4)}` : props.value}
          onValueChange={(day) => put(day, withoutYear)}
        />
      </Field>
      <CheckboxField
        id={tick}
        label={t("noYear")}
        checked={withoutYear}
        disabled={!props.value}
        onChange={(event) => put(withoutYear ? `${STAND}${props.value.slice(4)}` : props.value, event.target.checked)}
      />
    </div>
  );
}
