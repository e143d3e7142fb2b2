"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { mendRow } from "@/lib/features/imports/actions";
import type { KindView, FaultyRow as Row } from "@/lib/features/imports/queries";

type Props = { id: string; row: Row; fields: KindView["fields"]; mendable: boolean };

/** One row: what it says, and each cell that is wrong with the reason beside it. What is typed stays until it has been applied. */
export function FaultyRow({ id, row, fields, mendable }: Props) {
  const t = useTranslations("importSteps.mend");
  const { run, pending } = useAct(mendRow);
  const draft = useDraft<Record<string, string>>(`import-mend:${id}:${row.row}`, {});
  const label = (field: string) => fields.find((one) => one.field === field)?.label ?? field;
  const wrong = [...new Set(row.faults.map(({ field }) => field))].filter((field) => field !== "");
  const whole = row.faults.filter(({ field }) => field === "");
  const said = fields.filter(({ field }) => row.texts[field] && !wrong.includes(field)).slice(0, 6);
  const reasons = (field: string) =>
    row.faults
      .filter((one) => one.field === field)
      .map(({ text }) => text)
      .join(" ");

  async function apply(event: FormEvent) {
    event.preventDefault();
    const answer = await run({ id, row: row.row, texts: draft.value });
    if (answer.ok) draft.forget({});
  }

  return (
    <li className="border-hair border-b last:border-b-0">
      <form
        onSubmit={apply}
        className="grid gap-x-5 gap-y-2 px-3.5 py-2.5 md:grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,1.6fr)_7rem]"
      >
        <span className="num text-ink-2">
          <span className="md:sr-only">{t("row")} </span>
          {row.row}
        </span>
        <dl className="min-w-0 text-xs">
          {said.map(({ field, label: name }) => (
            <div key={field} className="flex gap-2">
              <dt className="shrink-0 text-ink-3">{name}</dt>
              <dd className="min-w-0 truncate" title={row.texts[field] ?? undefined}>
                {row.texts[field]}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex min-w-0 flex-col gap-2">
          {whole.map(({ code, text }) => (
            <p key={code} className="text-red">
              {text}
            </p>
          ))}
          {wrong.map((field) =>
            mendable ? (
              <Field key={field} label={label(field)} error={reasons(field)}>
                <Input
                  name={`${row.row}:${field}`}
                  value={draft.value[field] ?? row.texts[field] ?? ""}
                  maxLength={5000}
                  onChange={(event) => draft.set((before) => ({ ...before, [field]: event.target.value }))}
                />
              </Field>
            ) : (
              <p key={field}>
                <span className="text-ink-2">{label(field)}:</span> {row.texts[field]}{" "}
                <span className="text-red">{reasons(field)}</span>
              </p>
            ),
          )}
        </div>
        {mendable && (
          <div className="md:pt-5.5 md:text-right">
            <Button
              type="submit"
              variant="outline"
              pending={pending}
              disabled={wrong.length > 0 && Object.keys(draft.value).length === 0}
            >
              {t(wrong.length > 0 ? "save" : "asIs")}
            </Button>
          </div>
        )}
      </form>
    </li>
  );
}
