"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { TouchDraft } from "./touch-values";

type Props = {
  value: TouchDraft;
  change: (part: Partial<TouchDraft>) => void;
  fields: Record<string, string>;
  today: string;
  /** Topics of earlier talks: one click adds one. */
  known: readonly string[];
};

/** "1430" and "14.30" are a time too; anything else stays as it was typed, for the server to name. */
const asTime = (typed: string) => {
  const [, hours, minutes] = /^(\d{1,2})[:. ]?(\d\d)$/.exec(typed.trim()) ?? [];
  return hours && minutes ? `${hours.padStart(2, "0")}:${minutes}` : typed.trim();
};

export function WhenFields({ value, change, fields, today, known }: Props) {
  const t = useTranslations("touches.form");
  const typed = value.topics.toLowerCase();
  const offered = known.filter((topic) => !typed.includes(topic.toLowerCase()));
  const topicFault = fields.topics ?? Object.entries(fields).find(([name]) => name.startsWith("topics."))?.[1];
  return (
    <>
      <Field label={t("topics")} hint={t("topicsHint")} error={topicFault}>
        <Input value={value.topics} onChange={(event) => change({ topics: event.target.value })} />
      </Field>
      {offered.length > 0 && (
        <div className="-mt-1.5 flex flex-wrap gap-1.5">
          {offered.map((topic) => (
            <Chip
              key={topic}
              onClick={() =>
                change({ topics: [value.topics.trim().replace(/,$/, ""), topic].filter(Boolean).join(", ") })
              }
            >
              {topic}
            </Chip>
          ))}
        </div>
      )}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1fr_1fr_1fr]">
        <Field label={t("day")} error={fields.day}>
          <DateInput value={value.day} max={today} today={today} onValueChange={(day) => change({ day })} />
        </Field>
        <Field label={t("time")} error={fields.time}>
          <Input
            value={value.time}
            inputMode="numeric"
            maxLength={5}
            placeholder={value.day === today ? t("timeHint") : "12:00"}
            onChange={(event) => change({ time: event.target.value })}
            onBlur={(event) => change({ time: asTime(event.target.value) })}
          />
        </Field>
        <Field label={t("minutes")} error={fields.minutes}>
          <Input
            value={value.minutes}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => change({ minutes: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
