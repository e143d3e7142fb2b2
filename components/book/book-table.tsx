"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useMemo, useState } from "react";
import type { BulkAction, Group, Selection } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { type Act, useAct } from "@/components/ui/act";
import { listMatchingClients } from "@/lib/features/book/actions";
import type { Book, BookTotals } from "@/lib/features/book/queries";
import { day } from "@/lib/i18n/format";
import { useBookColumns } from "./book-columns";
import { useBookFilters } from "./book-filters";

const BulkTagDialog = dynamic<BulkDialogProps>(() => import("@/components/clients/bulk-tag-dialog"), { ssr: false });

type Chosen = { id: string; name: string }[];

/** A dialog that does something to the chosen clients: `onClose` keeps them chosen, `onDone` does not. */
export type BulkDialog = ComponentType<BulkDialogProps>;
type BulkDialogProps = { clients: Chosen; onClose: () => void; onDone: () => void };

type Props = {
  book: Book;
  /** What other features do with several clients at once: a name for the button, and the dialog. */
  bulk?: { id: string; label: string; icon?: ReactNode; dialog: BulkDialog }[];
  views?: ReactNode;
  empty: ReactNode;
};

const nobody: NonNullable<Props["bulk"]> = [];

/** The book: every client in reach, with the table's whole state in the address. */
export function BookTable({ book, bulk = nobody, views, empty }: Props) {
  const t = useTranslations("book");
  const words = useTranslations("words");
  const locale = useLocale();
  const columns = useBookColumns(book);
  const filters = useBookFilters(book.facets);
  const [doing, setDoing] = useState<{ dialog: BulkDialog; clients: Chosen; clear: () => void }>();
  const { run: match } = useAct(listMatchingClients as Act<Chosen>);

  const own = book.may.edit ? [{ id: "tag", label: t("bulk.tag"), dialog: BulkTagDialog }] : [];
  const bulkActions: BulkAction[] = [...bulk, ...own].map(({ dialog, ...button }) => ({
    ...button,
    run: async (selection, clear) => {
      const clients = await clientsOf(selection);
      if (clients) setDoing({ dialog, clients, clear });
    },
  }));

  async function clientsOf(selection: Selection): Promise<Chosen | null> {
    if (selection.kind === "all") {
      const found = await match({ query: selection.query });
      return found.ok ? found.value : null;
    }
    const names = new Map(book.rows.map(({ id, name }) => [id, name]));
    return selection.ids.map((id) => ({ id, name: names.get(id) ?? "" }));
  }

  const groups = useMemo<Group<BookTotals>[] | undefined>(() => {
    const by = book.state.group;
    if (by === "none") return undefined;
    return book.groups.map(({ key, label, clients, ...rest }) => ({
      key,
      label: label === null ? t(`none.${by}`) : by === "tier" ? words(`tier.${label as "A" | "B" | "C"}`) : label,
      count: clients,
      totals: { clients, ...rest },
    }));
  }, [book.groups, book.state.group, t, words]);

  const Doing = doing?.dialog;
  return (
    <>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={book.rows}
        total={book.totals.clients}
        state={book.state}
        filters={filters}
        totals={book.totals}
        whyTotal={{
          definition: [
            t(`why.${book.reach}`),
            t("why.contacts", { contacts: book.totals.contacts, lonely: book.totals.lonely }),
          ].join(" "),
          asOf: day(book.today, locale),
          rows:
            book.totals.lonely > 0
              ? { href: "/book?lonely=1", label: t("why.lonely", { count: book.facets.lonely }) }
              : undefined,
        }}
        groupBy={[
          { value: "tier", label: t("columnTitle.tier") },
          ...(book.facets.owner.length > 1 ? [{ value: "owner", label: t("column.owner") }] : []),
          { value: "region", label: t("column.region") },
          { value: "industry", label: t("column.industry") },
        ]}
        groups={groups}
        groupOf={(row) => row.group ?? ""}
        rowHref={(row) => `/clients/${row.id}`}
        rowLabel={(row) => row.name}
        bulkActions={bulkActions}
        searchLabel={t("search")}
        views={views}
        exports={(columns) => <TableExport table="book" columns={columns} />}
        empty={empty}
      />
      {Doing && doing && <Doing clients={doing.clients} onClose={() => setDoing(undefined)} onDone={doing.clear} />}
    </>
  );
}
