"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { TargetPage } from "@/lib/features/targets/queries";
import { hrefOf } from "./target-href";

/** Whose scorecard: people within sight, then teams. */
export function SubjectSelect({ page }: { page: TargetPage }) {
  const t = useTranslations("targets");
  const router = useRouter();
  const { subject, of } = page.filter;
  const options = [
    ...page.people.map(({ id, name }) => ({ value: `member ${id}`, label: name })),
    ...page.teams.map(({ id, name }) => ({ value: `team ${id}`, label: `${t("teams")}: ${name}` })),
  ];
  return (
    <Select
      aria-label={t("whose")}
      className="w-60"
      value={`${subject} ${of}`}
      options={options}
      onChange={(event) => {
        const [kind = "", id = ""] = event.target.value.split(" ");
        router.push(hrefOf(page.filter, { subject: kind === "team" ? "team" : "member", of: id }) as Route);
      }}
    />
  );
}
