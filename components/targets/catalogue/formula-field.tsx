"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { parseFormula } from "@/lib/domain/kpi-formula";
import type { MeasureRow } from "@/lib/features/targets/queries/measures";
import { formulaWords } from "@/lib/i18n/formula-words";
import { measureName } from "@/lib/i18n/measure-text";

type Props = {
  value: string;
  onChange: (value: string) => void;
  /** What it may speak of. */
  measures: readonly MeasureRow[];
  error: string | undefined;
};

/** A formula that is read while it is typed: in words, or with the place where it goes wrong. */
export function FormulaField({ value, onChange, measures, error }: Props) {
  const t = useTranslations("targets.catalogue");
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const read = value.trim() === "" ? null : parseFormula(value, new Set(measures.map(({ code }) => code)));

  function insert(code: string) {
    const { selectionStart, selectionEnd } = input.current ?? {};
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    onChange(`${value.slice(0, from)}${code}${value.slice(to)}`);
    input.current?.focus();
  }

  return (
    <div className="grid gap-1.5">
      <Field label={t("formula")} hint={t("formulaHint")} error={error} required>
        <Input
          ref={input}
          value={value}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div role="status" className="min-h-4 text-xs">
        {read?.ok && <span className="text-ink-2">{t("reads", { words: formulaWords(value, measures, locale) })}</span>}
        {read && !read.ok && (
          <>
            <span className="block break-all font-mono text-ink-2">
              {value.slice(0, read.at)}
              <mark className="rounded-sm bg-red-soft text-red underline">{read.found || "…"}</mark>
              {value.slice(read.at + read.found.length)}
            </span>
            <span className="text-red">{t(`fault.${read.fault}`, { at: String(read.at + 1), found: read.found })}</span>
          </>
        )}
      </div>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="mb-1 text-ink-3 text-xs">{t("codes")}</legend>
        {measures.map((measure) => (
          <Chip key={measure.id} title={measureName(measure, locale)} onClick={() => insert(measure.code)}>
            {measure.code}
          </Chip>
        ))}
      </fieldset>
    </div>
  );
}
