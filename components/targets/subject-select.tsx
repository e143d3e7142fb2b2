"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";

/** `value`: kind and id. `href`: the same page about that person or team. */
export type SubjectChoice = { value: string; label: string; href: string };

/** Whose scorecard: people within sight, then teams. */
export function SubjectSelect({ choices, value }: { choices: readonly SubjectChoice[]; value: string }) {
  const t = useTranslations("targets");
  const router = useRouter();
  const known = choices.some((one) => one.value === value);
  return (
    <Select
      aria-label={t("whose")}
      className="w-60"
      value={known ? value : ""}
      placeholder={known ? undefined : t("whose")}
      options={choices.map(({ label, value: id }) => ({ value: id, label }))}
      onChange={(event) => {
        const chosen = choices.find((one) => one.value === event.target.value);
        if (chosen) router.push(chosen.href as Route);
      }}
    />
  );
}
