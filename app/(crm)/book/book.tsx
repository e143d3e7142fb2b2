"use client";

import { Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { TransferDialog } from "@/components/assignments/transfer-dialog";
import { BookTable, type BulkDialog } from "@/components/book/book-table";

const Transfer: BulkDialog = ({ clients, onClose, onDone }) => (
  <TransferDialog clients={clients} open onOpenChange={(open) => !open && onClose()} onDone={onDone} />
);

/** The book with what other features do to several clients at once. */
export function Book(props: Omit<ComponentProps<typeof BookTable>, "bulk">) {
  const t = useTranslations("clients");
  const transfer = { id: "transfer", label: t("assign"), icon: <Shuffle aria-hidden size={14} />, dialog: Transfer };
  return <BookTable {...props} bulk={props.book.may.assign ? [transfer] : undefined} />;
}
