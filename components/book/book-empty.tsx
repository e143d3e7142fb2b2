import { BookUser } from "lucide-react";
import { useTranslations } from "next-intl";
import { NewClient } from "@/components/clients/edit-client";
import { EmptyState } from "@/components/ui/empty-state";
import type { Book } from "@/lib/features/book/queries";

/** A book without a client says how one gets there. */
export function BookEmpty({ mayCreate, reach }: { mayCreate: boolean; reach: Book["reach"] }) {
  const t = useTranslations("book.empty");
  const text = mayCreate ? (reach === "all" ? t("first") : t("ask")) : t("askOnly");
  return (
    <EmptyState title={t("title")} icon={<BookUser size={18} />} action={mayCreate && <NewClient />}>
      {text}
    </EmptyState>
  );
}
