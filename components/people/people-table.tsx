"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { useQueryHref } from "@/components/ui/query-href";
import { roles } from "@/lib/domain/roles";
import type { PersonRow } from "@/lib/features/people/queries";
import type { PeopleFilter } from "@/lib/features/people/schema";
import { day, list, number } from "@/lib/i18n/format";
import { PersonSheet } from "./person-sheet";

type Props = {
  people: {
    rows: PersonRow[];
    total: number;
    open: PersonRow | null;
    gone: number;
    teams: { id: string; name: string }[];
    zones: { zone: string; label: string }[];
    today: string;
  };
  filter: PeopleFilter;
  /** The way out of the company, for the person whose sheet is open. */
  leave?: ReactNode;
};

/** Everyone in the company. A row opens the person's place in it. */
export function PeopleTable({ people, filter, leave }: Props) {
  const { hrefWith } = useQueryHref();
  const t = useTranslations("people");
  const words = useTranslations("words.role");
  const locale = useLocale();
  const columns = useMemo<Column<PersonRow>[]>(
    () => [
      {
        id: "name",
        header: t("column.name"),
        sortable: true,
        width: 200,
        cell: (row) => (
          <span className="inline-flex min-w-0 items-center gap-2">
            <Avatar name={row.name} size={22} />
            <span className="truncate">{row.name}</span>
          </span>
        ),
        after: (row) => (
          <>
            {row.self && <Badge tone="green">{t("you")}</Badge>}
            {row.leftOn && (
              <Badge tone={row.leftOn > people.today ? "amber" : "neutral"}>
                {t(row.leftOn > people.today ? "leaves" : "gone", { day: day(row.leftOn, locale) })}
              </Badge>
            )}
          </>
        ),
      },
      { id: "jobTitle", header: t("column.jobTitle"), hidden: true, cell: (row) => row.jobTitle ?? "—" },
      { id: "roles", header: t("column.roles"), cell: (row) => row.roles.map((role) => words(role)).join(", ") },
      {
        id: "team",
        header: t("column.team"),
        cell: (row) =>
          [row.team, row.leads.length > 0 && t("leads", { teams: list(row.leads, locale) })]
            .filter(Boolean)
            .join(" · ") || "—",
      },
      { id: "email", header: t("column.email"), cell: (row) => row.email, card: "hidden" },
      {
        id: "clients",
        header: t("column.clients"),
        align: "end",
        sortable: "desc",
        cell: (row) => (row.clients > 0 ? number(row.clients, locale) : "—"),
      },
      {
        id: "joined",
        header: t("column.joined"),
        align: "end",
        sortable: "desc",
        hidden: true,
        card: "hidden",
        cell: (row) => day(row.joinedOn, locale),
      },
    ],
    [t, words, locale, people.today],
  );
  return (
    <>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={people.rows}
        total={people.total}
        state={filter}
        searchLabel={t("search")}
        rowHref={(row) => hrefWith({ person: row.id })}
        rowLabel={(row) => t("edit.open", { name: row.name })}
        filters={[
          {
            kind: "many",
            key: "role",
            label: t("filter.role"),
            options: roles.map((value) => ({ value, label: words(value) })),
          },
          {
            kind: "one",
            key: "team",
            label: t("filter.team"),
            options: people.teams.map((team) => ({ value: team.id, label: team.name })),
          },
          { kind: "flag", key: "left", label: t("filter.left"), count: people.gone },
        ]}
        exports={(columns) => <TableExport table="people" columns={columns} />}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      {people.open && (
        <PersonSheet
          key={`${people.open.id} ${people.open.version}`}
          person={people.open}
          zones={people.zones}
          leave={leave}
        />
      )}
    </>
  );
}
