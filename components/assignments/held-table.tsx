"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Column, Selection } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { EmptyState } from "@/components/ui/empty-state";
import { addDays } from "@/lib/domain/calendar-date";
import { findHeld } from "@/lib/features/assignments/actions";
import type { HeldClient, HolderPage } from "@/lib/features/assignments/queries";
import type { HolderFilter } from "@/lib/features/assignments/schema";
import { day, shortDay } from "@/lib/i18n/format";
import { TransferDialog, type TransferDialogProps } from "./transfer-dialog";

type Props = { page: HolderPage & { today: string }; filter: HolderFilter };
type Order = Pick<TransferDialogProps, "clients" | "start"> & { clear: () => void };

/** The clients of one person, or of nobody, to be ticked and handed over. */
export function HeldTable({ page, filter }: Props) {
  const t = useTranslations("assignments");
  const words = useTranslations("words");
  const locale = useLocale();
  const all = useAct(findHeld);
  const [order, setOrder] = useState<Order>();
  const [open, setOpen] = useState(false);
  const { holder, today } = page;
  const columns = useMemo<Column<HeldClient>[]>(() => {
    const empty = <span className="text-ink-3">{words("noValue")}</span>;
    const short = (date: string) => shortDay(date, locale, today);
    const owned: Column<HeldClient>[] = [
      {
        id: "since",
        header: t("holder.since"),
        sortable: true,
        cell: ({ since }) => (since ? day(since, locale) : empty),
      },
      {
        id: "deputy",
        header: t("holder.deputy"),
        cell: ({ deputy }) =>
          deputy
            ? deputy.until
              ? t("holder.deputyUntil", { name: deputy.name, date: short(addDays(deputy.until, -1)) })
              : deputy.name
            : empty,
      },
    ];
    return [
      { id: "name", header: t("holder.client"), width: 220, sortable: true, cell: ({ name }) => name },
      { id: "tier", header: t("holder.tier"), sortable: true, cell: ({ tier }) => tier ?? empty },
      { id: "mode", header: t("holder.mode"), cell: ({ workMode }) => words(`workMode.${workMode}`) },
      { id: "region", header: t("holder.region"), hidden: true, cell: ({ region }) => region ?? empty },
      ...(holder ? owned : []),
      {
        id: "next",
        header: t("holder.next"),
        cell: ({ next }) =>
          next
            ? next.name
              ? t("holder.nextName", { name: next.name, date: short(next.on) })
              : t("holder.nextNobody", { date: short(next.on) })
            : empty,
      },
    ];
  }, [holder, locale, t, today, words]);

  async function choose(selection: Selection, clear: () => void, start: Order["start"]) {
    const ids = selection.kind === "rows" ? new Set(selection.ids) : null;
    const here = page.rows.filter(({ id }) => ids?.has(id));
    // Ticks on other pages stay ticked, but only this page's names are here.
    const whole = ids !== null && here.length === ids.size;
    const found = whole ? undefined : await all.run({ holder: holder?.id ?? null, q: filter.q });
    if (found && !found.ok) return;
    setOrder({ clients: found ? found.value.filter(({ id }) => !ids || ids.has(id)) : here, start, clear });
    setOpen(true);
  }

  const name = holder?.name ?? "";
  return (
    <>
      <DataTable
        label={holder ? t("holder.title", { name }) : t("holder.nobody")}
        columns={columns}
        rows={page.rows}
        total={page.total}
        state={filter}
        searchLabel={t("holder.search")}
        rowHref={(row) => `/clients/${row.id}`}
        rowLabel={(row) => row.name}
        bulkActions={[
          { id: "give", label: t("order.give"), run: (chosen, clear) => choose(chosen, clear, { role: "primary" }) },
          ...(holder
            ? [
                {
                  id: "deputy",
                  label: t("order.deputy"),
                  run: (chosen: Selection, clear: () => void) => choose(chosen, clear, { role: "deputy" }),
                },
              ]
            : []),
        ]}
        exports={(columns) => <TableExport table="held" columns={columns} also={{ holder: holder?.id ?? "none" }} />}
        empty={
          holder ? (
            <EmptyState title={t("holder.empty", { name })}>{t("holder.emptyText")}</EmptyState>
          ) : (
            <EmptyState title={t("holder.emptyNobody")} />
          )
        }
      />
      {order && (
        <TransferDialog
          clients={order.clients}
          start={order.start}
          open={open}
          onOpenChange={setOpen}
          onDone={() => {
            order.clear();
            // The button that opened the dialog goes with the selection; the keyboard goes on from the page.
            setTimeout(() => document.getElementById("main")?.focus());
          }}
        />
      )}
    </>
  );
}
