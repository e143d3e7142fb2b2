"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import type { FileView, ImportView } from "@/lib/features/imports/queries";
import type { RunOptions } from "@/lib/features/imports/schema";
import { withField } from "./mapping-draft";

type Props = {
  view: ImportView;
  file: FileView;
  options: RunOptions;
  onChange: (next: RunOptions) => void;
  children: ReactNode;
};

/** Each column of the file with its first values, and the field that it fills. */
export function ColumnTable({ view, file, options, onChange, children }: Props) {
  const t = useTranslations("importSteps.map");
  const { fields } = view.about;
  const choices = fields.map(({ field, label, required }) => ({
    value: field,
    label: required ? t("required", { field: label }) : label,
  }));
  return (
    <Section title={t("title")} flush>
      {children}
      <ul className="border-line border-t">
        {file.columns.map((column, at) => {
          const chosen = options.columns[at] ?? null;
          return (
            <li
              key={column.letter}
              className={cn(
                "grid items-center gap-x-4 gap-y-1 border-hair border-b px-3.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,15rem)]",
                chosen === null && "text-ink-2",
              )}
            >
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                <span aria-hidden className="num w-6 text-ink-3 text-xs">
                  {column.letter}
                </span>
                <span className={cn("min-w-0 break-words", chosen !== null && "font-medium")}>{column.header}</span>
                {column.occurrence > 1 && <Badge>{t("duplicate", { nth: column.occurrence })}</Badge>}
                {column.padded && <Badge>{t("padded")}</Badge>}
              </span>
              <span className="min-w-0 truncate text-ink-2 text-xs" title={column.samples.join(" · ")}>
                {column.samples.length > 0 ? column.samples.join(" · ") : t("empty")}
              </span>
              <Select
                aria-label={t("choose", { column: column.header })}
                value={chosen ?? ""}
                placeholder={t("skip")}
                options={choices}
                onChange={(event) => {
                  const field = event.target.value || null;
                  const many = fields.find((one) => one.field === field)?.many ?? false;
                  onChange(withField(options, at, field, many));
                }}
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
