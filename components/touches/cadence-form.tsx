"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { setCadence } from "@/lib/features/touches/actions";
import type { CadenceRow } from "@/lib/features/touches/queries/cadences";

type Stale = { theirs: Omit<CadenceRow, "tier"> };

/** One tier's row: two figures and a button. */
export function CadenceForm({ cadence }: { cadence: CadenceRow }) {
  const t = useTranslations("touches.cadence");
  const words = useTranslations("words");
  const { tier } = cadence;
  const [days, setDays] = useState(String(cadence.days));
  const [executiveDays, setExecutiveDays] = useState(cadence.executiveDays?.toString() ?? "");
  const [stale, setStale] = useState<Stale["theirs"]>();
  const { run, pending, fields } = useAct(setCadence);
  const name = words(`tier.${tier}`);

  async function save(version: number) {
    const result = await run({ tier, days, executiveDays, version });
    if (result.ok) {
      setStale(undefined);
      toast.success(t("saved", { tier }));
    } else if (result.code === "conflict") setStale((result.values as Stale).theirs);
  }

  return (
    <form
      className="grid gap-2 border-hair border-b px-3.5 py-3 last:border-b-0"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(cadence.version);
      }}
    >
      <div className="grid items-end gap-3 sm:grid-cols-[110px_1fr_1fr_auto]">
        <span className="sm:pb-1.5">
          <Badge>{name}</Badge>
        </span>
        <Field label={t("days")} required error={fields.days}>
          <Input value={days} inputMode="numeric" maxLength={3} onChange={(event) => setDays(event.target.value)} />
        </Field>
        <Field label={t("executive")} error={fields.executiveDays}>
          <Input
            value={executiveDays}
            inputMode="numeric"
            maxLength={3}
            placeholder={t("executiveHint")}
            onChange={(event) => setExecutiveDays(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="outline" pending={pending} aria-label={`${t("save")}: ${name}`}>
          {t("save")}
        </Button>
      </div>
      {stale && (
        <ConflictNotice
          by={t("stale")}
          lines={[
            { label: t("days"), theirs: stale.days, mine: days },
            { label: t("executive"), theirs: stale.executiveDays, mine: executiveDays },
          ]}
          onKeepTheirs={() => {
            setDays(String(stale.days));
            setExecutiveDays(stale.executiveDays?.toString() ?? "");
            setStale(undefined);
          }}
          onKeepMine={() => save(stale.version)}
          pending={pending}
        />
      )}
    </form>
  );
}
