"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Input } from "@/components/ui/input";
import type { Filter } from "./column";

type Props = {
  filter: Exclude<Filter, { kind: "flag" }>;
  values: string[];
  onChange: (values: string[]) => void;
};

/** The values of one filter, to tick or to choose; a long list can be searched. */
export default function FilterOptions({ filter, values, onChange }: Props) {
  const t = useTranslations("ui.table");
  const name = useId();
  const [query, setQuery] = useState("");
  const wanted = query.toLowerCase();
  const options = filter.options.filter((option) => option.label.toLowerCase().includes(wanted));
  const many = filter.kind === "many";
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{filter.label}</legend>
      {filter.options.length > 8 && (
        <Input
          aria-label={t("findOption")}
          placeholder={t("findOption")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-1"
        />
      )}
      <div className="max-h-64 overflow-y-auto">
        {options.map((option) => (
          <label
            key={option.value}
            htmlFor={`${name}-${option.value}`}
            className="flex min-h-7 items-center gap-2 rounded-sm px-1.5 py-0.5 hover:bg-[var(--hover)]"
          >
            <input
              id={`${name}-${option.value}`}
              type={many ? "checkbox" : "radio"}
              name={name}
              className={many ? "tick" : "tick rounded-full!"}
              checked={values.includes(option.value)}
              onChange={(event) => {
                const rest = values.filter((value) => value !== option.value);
                onChange(many ? (event.target.checked ? [...rest, option.value] : rest) : [option.value]);
              }}
            />
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.count !== undefined && <span className="text-ink-3">{option.count}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
