"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import type { HolderRow, Upcoming } from "@/lib/features/assignments/queries";
import { collator, number } from "@/lib/i18n/format";
import { type Figures, type Holder, holdersOf, sumOf, teamsOf } from "./holders";

/** Who has how many clients of which kind, by team. A row opens the list of that person's clients. */
export function HoldersTable(props: { holders: readonly HolderRow[]; upcoming: readonly Upcoming[] }) {
  const t = useTranslations("assignments.admin");
  const words = useTranslations("words");
  const locale = useLocale();
  const holders = useMemo(
    () => holdersOf(props.holders, props.upcoming, collator(locale)),
    [props.holders, props.upcoming, locale],
  );
  const columns = useMemo<Column<Holder, Figures>[]>(() => {
    const most = Math.max(1, ...holders.map(({ clients }) => clients));
    const figure = (value: number) =>
      value === 0 ? <span className="text-ink-3">{words("noValue")}</span> : number(value, locale);
    const tier = (letter: "A" | "B" | "C"): Column<Holder, Figures> => ({
      id: letter,
      header: letter,
      title: words(`tier.${letter}`),
      align: "end",
      hideable: false,
      cell: (row) => figure(row[`tier${letter}`]),
      footer: (sum) => figure(sum[`tier${letter}`]),
    });
    const none: Column<Holder, Figures> = {
      id: "none",
      header: t("noTier"),
      title: words("tier.none"),
      align: "end",
      hideable: false,
      cell: (row) => figure(row.untiered),
      footer: (sum) => figure(sum.untiered),
    };
    const modes = (of: Figures) => (of.clients === 0 ? figure(0) : `${of.proactive} · ${of.mixed} · ${of.reactive}`);
    const ahead = ({ gains, losses }: Figures) =>
      [gains && number(gains, locale, { sign: true }), losses && number(-losses, locale)].filter(Boolean).join(" ") ||
      figure(0);
    return [
      { id: "person", header: t("person"), width: 180, cell: (row) => row.name },
      {
        id: "clients",
        header: t("clients"),
        width: 150,
        hideable: false,
        cell: (row) => (
          <span className="flex items-center gap-2">
            <span className="w-8 text-right font-medium">{figure(row.clients)}</span>
            <span aria-hidden className="h-1.5 w-24 rounded-full bg-hair max-sm:hidden">
              <span
                className="block h-full rounded-full bg-green"
                style={{ width: `${(row.clients / most) * 100}%` }}
              />
            </span>
          </span>
        ),
        footer: (sum) => <span className="inline-block w-8 text-right">{figure(sum.clients)}</span>,
      },
      tier("A"),
      tier("B"),
      tier("C"),
      ...(holders.some(({ untiered }) => untiered > 0) ? [none] : []),
      { id: "modes", header: t("modes"), align: "end", hideable: false, cell: modes, footer: modes, card: "hidden" },
      {
        id: "deputy",
        header: t("deputy"),
        title: t("deputyTitle"),
        align: "end",
        hideable: false,
        cell: (row) => figure(row.deputy),
        footer: (sum) => figure(sum.deputy),
      },
      {
        id: "ahead",
        header: t("next"),
        title: t("nextTitle"),
        align: "end",
        hideable: false,
        cell: ahead,
        footer: ahead,
      },
    ];
  }, [holders, locale, t, words]);
  return (
    <DataTable
      label={t("person")}
      columns={columns}
      rows={holders}
      total={holders.length}
      state={{ size: Math.max(50, holders.length) }}
      searchLabel={false}
      height="content"
      groups={teamsOf(holders, t("noTeam"))}
      groupOf={(row) => row.team}
      totals={sumOf(holders)}
      rowHref={(row) => `/admin/assignments/${row.id}`}
      exports={(columns) => <TableExport table="holders" columns={columns} />}
      empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
    />
  );
}
