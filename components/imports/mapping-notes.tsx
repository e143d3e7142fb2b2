"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FileView, ImportView } from "@/lib/features/imports/queries";
import type { RunOptions } from "@/lib/features/imports/schema";
import { list } from "@/lib/i18n/format";

type Props = {
  view: ImportView;
  file: FileView;
  options: RunOptions;
  missing: string[][];
  /** What the server had against the choice, by field. */
  errors: Record<string, string>;
  remembered: boolean;
  onForget?: () => void;
};

/** What is known of the columns as a whole: where the choice comes from, and what it still lacks. */
export function MappingNotes({ view, file, options, missing, errors, remembered, onForget }: Props) {
  const t = useTranslations("importSteps.map");
  const locale = useLocale();
  const label = (field: string) => view.about.fields.find((one) => one.field === field)?.label ?? field;
  const wanted = missing.map((group) =>
    group.length > 1
      ? t("missingOr", { fields: `${group.slice(0, 3).map(label).join(" / ")}${group.length > 3 ? " …" : ""}` })
      : label(group[0] ?? ""),
  );
  const used = options.columns.filter((field) => field !== null).length;
  const said = Object.entries(errors);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-2.5">
      {wanted.length > 0 ? (
        <p role="status" className="text-amber">
          {t("missing", { fields: list(wanted, locale) })}
        </p>
      ) : (
        <p role="status" className="text-green">
          {t("complete")}
        </p>
      )}
      {said.map(([field, text]) => (
        <p key={field} role="alert" className="text-red">
          {label(field)}: {text}
        </p>
      ))}
      <p className="text-ink-2">{t("used", { used, all: options.columns.length })}</p>
      {file.system && <p className="text-ink-2">{t(`system.${file.system}`)}</p>}
      {remembered && (
        <p className="flex items-center gap-2 text-ink-2">
          {t("remembered")}
          <Button variant="link" onClick={onForget}>
            {t("forget")}
          </Button>
        </p>
      )}
    </div>
  );
}
