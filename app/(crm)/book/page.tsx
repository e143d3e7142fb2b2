import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BookEmpty } from "@/components/book/book-empty";
import { BookTitle } from "@/components/book/book-title";
import { NewClient } from "@/components/clients/edit-client";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { SavedViews } from "@/components/views/saved-views";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { Book } from "./book";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("book");
  return { title: t("title") };
}

export default async function BookPage({ searchParams }: PageProps<"/book">) {
  const book = await loadBook(bookFilter.parse(await searchParams));
  const t = await getTranslations("book");
  const locale = await getLocale();
  return (
    <MoreMessages messages={clientMessages(locale, ["assignments", "book", "clients", "sales", "views"])}>
      <Page title={t("title")} subtitle={<BookTitle book={book} />} actions={book.may.create && <NewClient />}>
        <Book
          book={book}
          views={<SavedViews key="views" page="/book" views={book.views} mayKeep={book.may.keepViews} />}
          empty={<BookEmpty mayCreate={book.may.create} reach={book.reach} />}
        />
      </Page>
    </MoreMessages>
  );
}
