"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { acceptCells, mendRow } from "@/lib/features/imports/actions";
import type { ImportView, QuestionedCell } from "@/lib/features/imports/queries";

/** Cells that look like typing errors: each is mended where it stands, or found right. They go in either way. */
export function QuestionedCells({ view, count }: { view: ImportView; count: number }) {
  const t = useTranslations("importSteps.ask");
  const { run, pending } = useAct(acceptCells);
  return (
    <Section
      title={t("title", { count })}
      flush
      action={
        count > 1 && (
          <Button variant="link" pending={pending} onClick={() => run({ id: view.id })}>
            {t("all")}
          </Button>
        )
      }
    >
      <p className="px-3.5 py-2 text-ink-2">{t("hint")}</p>
      <ul className="border-line border-t">
        {view.questions.map((cell) => (
          <Cell key={`${cell.row}:${cell.field}`} id={view.id} cell={cell} />
        ))}
      </ul>
      {view.questions.length < count && (
        <p className="px-3.5 py-2 text-ink-3 text-xs">{t("most", { count: view.questions.length })}</p>
      )}
    </Section>
  );
}

function Cell({ id, cell }: { id: string; cell: QuestionedCell }) {
  const t = useTranslations("importSteps.ask");
  const mend = useAct(mendRow);
  const accept = useAct(acceptCells);
  const { row, field } = cell;
  const draft = useDraft(`import-ask:${id}:${row}:${field}`, cell.text);
  const name = [...cell.of, cell.label].join(", ");

  async function apply(event: FormEvent) {
    event.preventDefault();
    if ((await mend.run({ id, row, texts: { [field]: draft.value } })).ok) draft.forget(cell.text);
  }

  return (
    <li className="border-hair border-b last:border-b-0">
      <form
        onSubmit={apply}
        className="grid gap-x-5 gap-y-2 px-3.5 py-2.5 md:grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,1.6fr)_auto]"
      >
        <span className="num text-ink-2">
          <span className="md:sr-only">{t("row")} </span>
          {row}
        </span>
        <span className="min-w-0 break-words">{cell.of.join(" · ")}</span>
        <Field label={cell.label} hint={cell.reason}>
          <Input
            name={`ask:${row}:${field}`}
            aria-label={name}
            inputMode="decimal"
            className="max-w-44 text-right"
            value={draft.value}
            maxLength={60}
            onChange={(event) => draft.set(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2 md:pt-5.5">
          <Button type="submit" variant="outline" pending={mend.pending} disabled={draft.value === cell.text}>
            {t("mend")}
          </Button>
          <Button
            variant="ghost"
            pending={accept.pending}
            aria-label={t("acceptOf", { cell: name })}
            onClick={() => accept.run({ id, cell: { row, field } })}
          >
            {t("accept")}
          </Button>
        </div>
      </form>
    </li>
  );
}
