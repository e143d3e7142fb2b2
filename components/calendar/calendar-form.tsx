"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { saveCalendar } from "@/lib/features/calendar/actions";
import type { CalendarPage } from "@/lib/features/calendar/queries";
import { WeekFields } from "./week-fields";

type Settings = CalendarPage["settings"];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours of the week, the country whose holidays are kept, and the zone of the clock. */
export function CalendarForm({ calendar }: { calendar: CalendarPage }) {
  const t = useTranslations("calendar");
  const { run, pending, fields } = useAct(saveCalendar);
  const [mine, setMine] = useState(calendar.settings);
  const [theirs, setTheirs] = useState<Settings>();
  const change = (patch: Partial<Settings>) => setMine({ ...mine, ...patch });
  const zones = calendar.zones.map(({ zone, label }) => ({ value: zone, label }));
  const zoneLabel = (zone: string) => zones.find(({ value }) => value === zone)?.label ?? zone;
  const asCompany = t("zoneCompany", { zone: zoneLabel(calendar.companyZone) });

  async function save(version: number) {
    const result = await run({ country: mine.country, zone: mine.zone, week: mine.week, version });
    if (result.ok) {
      setTheirs(undefined);
      toast.success(t("saved"));
    } else if (result.code === "conflict") setTheirs((result.values as { theirs: Settings }).theirs);
  }

  const words = (one: Settings) => [
    { label: t("country"), value: one.country === "" ? t("noCountry") : t(`countries.${one.country}`) },
    { label: t("zone"), value: one.zone === "" ? asCompany : zoneLabel(one.zone) },
    ...weekdays.map((day) => ({ label: t(`weekday.d${day}`), value: one.week[day - 1] || t("dayOff") })),
  ];

  return (
    <form
      className="flex flex-col gap-3 pt-1"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(mine.version);
      }}
    >
      {theirs && (
        <ConflictNotice
          lines={words(theirs).flatMap(({ label, value }, place) => {
            const own = words(mine)[place]?.value;
            return own === value ? [] : [{ label, theirs: value, mine: own }];
          })}
          pending={pending}
          onKeepMine={() => void save(theirs.version)}
          onKeepTheirs={() => {
            setMine(theirs);
            setTheirs(undefined);
          }}
        />
      )}
      <Field label={t("country")} hint={t("countryHint")} error={fields.country}>
        <Select
          name="country"
          value={mine.country}
          onChange={(event) => change({ country: event.target.value as Settings["country"] })}
          options={[
            { value: "", label: t("noCountry") },
            ...calendar.countries.map(({ country, first, last }) => {
              const name = t(`countries.${country}`);
              return { value: country, label: t("countryYears", { name, first: String(first), last: String(last) }) };
            }),
          ]}
        />
      </Field>
      <Field label={t("zone")} error={fields.zone}>
        <Combobox
          label={t("zone")}
          placeholder={asCompany}
          options={zones}
          value={zones.find(({ value }) => value === mine.zone) ?? null}
          onValueChange={(option) => change({ zone: option?.value ?? "" })}
          clearable
        />
      </Field>
      <WeekFields week={mine.week} errors={fields} onChange={(week) => change({ week })} />
      <Button type="submit" pending={pending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
