"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { sumOf } from "@/lib/domain/money";
import { setFigure } from "@/lib/features/plans/actions";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money } from "@/lib/i18n/format";
import { amountText, roundFigure, typedAmount } from "./amount-input";
import { growthOf, SplitFields, splitValues } from "./split-fields";

/** The one figure of a draft and the rule by which it is split. */
export default function FigureForm({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const { run, pending, fields } = useAct(setFigure);
  const text = (amount: bigint) => amountText(amount, sheet.currency, locale);
  const [figure, setFigureText] = useState(text(sheet.figure));
  const [split, setSplit] = useState(splitValues(sheet.rule));
  const [faults, setFaults] = useState<{ figure?: string; growth?: string }>({});
  const [theirs, setTheirs] = useState<{ figure: bigint; version: number } | null>(null);
  const amount = typedAmount(figure, sheet.currency, locale);
  const growth = growthOf(split.growth);
  const before = sumOf(sheet.lastYear);
  const suggested = growth === null || before <= 0n ? null : roundFigure((before * BigInt(growth)) / 10_000n);

  async function save(version: number) {
    const wrong = {
      figure: amount === null || amount === undefined || amount < 0n ? t("form.notAmount") : undefined,
      growth: growth === null ? t("form.notAmount") : undefined,
    };
    setFaults(wrong);
    if (wrong.figure || wrong.growth) return;
    const { basis, profile } = split;
    const result = await run({ versionId: sheet.id, version, figure: String(amount), basis, growth, profile });
    if (result.ok) {
      setTheirs(null);
      toast.success(t("form.splitDone"));
    } else if (result.code === "conflict") setTheirs(theirsOf(result.values));
    else if (result.code === "invalid") setFaults({ figure: excessText(result.values) });
  }

  function excessText(values: unknown): string | undefined {
    if (typeof values !== "object" || values === null || !("excess" in values)) return undefined;
    const excess = BigInt(String(values.excess));
    const size = money(excess < 0n ? -excess : excess, sheet.currency, locale);
    return t(excess > 0n ? "grid.exceeds" : "grid.short", { size });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save(sheet.version);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[minmax(0,220px)_repeat(3,minmax(0,170px))_auto]">
        <Field
          label={t("form.figure")}
          error={faults.figure ?? fields.figure}
          hint={
            before > 0n
              ? t("form.figureHint", { sum: money(before, sheet.currency, locale, { short: true }) })
              : undefined
          }
        >
          <Input
            inputMode="decimal"
            value={figure}
            maxLength={30}
            onChange={(event) => setFigureText(event.target.value)}
          />
        </Field>
        <SplitFields
          value={split}
          set={setSplit}
          withClients={sheet.figures.length === 0}
          growthError={faults.growth}
        />
        <div className="flex flex-wrap gap-2 sm:pt-5">
          <Button type="submit" variant="outline" pending={pending}>
            {t("form.split")}
          </Button>
          {suggested !== null && suggested !== amount && (
            <Button variant="ghost" onClick={() => setFigureText(text(suggested))}>
              {t("form.suggest", { sum: money(suggested, sheet.currency, locale, { short: true }) })}
            </Button>
          )}
        </div>
      </div>
      {theirs && (
        <ConflictNotice
          lines={[
            {
              label: t("form.figure"),
              theirs: money(theirs.figure, sheet.currency, locale),
              mine: money(amount ?? 0n, sheet.currency, locale),
            },
          ]}
          onKeepTheirs={() => {
            setFigureText(text(theirs.figure));
            setTheirs(null);
          }}
          onKeepMine={() => save(theirs.version)}
          pending={pending}
        />
      )}
    </form>
  );
}

function theirsOf(values: unknown): { figure: bigint; version: number } | null {
  if (typeof values !== "object" || values === null || !("theirs" in values)) return null;
  const { theirs } = values;
  if (typeof theirs !== "object" || theirs === null || !("figure" in theirs) || !("version" in theirs)) return null;
  return { figure: BigInt(String(theirs.figure)), version: Number(theirs.version) };
}
