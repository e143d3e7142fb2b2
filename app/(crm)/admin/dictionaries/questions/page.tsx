import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DictionaryTabs } from "@/components/dictionaries/dictionary-tabs";
import { TableExport } from "@/components/exports/table-export";
import { QuestionList } from "@/components/profile/question-list";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadQuestions } from "@/lib/features/profile/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile.questions");
  return { title: t("tab") };
}

export default async function QuestionsPage() {
  const questions = await loadQuestions();
  const t = await getTranslations("dictionaries");
  const words = await getTranslations("profile.questions");
  const living = questions.filter(({ archived }) => !archived).length;
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["dictionaries", "profile"])}>
      <Page
        title={t("title")}
        subtitle={words("subtitle")}
        actions={questions.length > 0 && <TableExport table="questions" />}
        tabs={<DictionaryTabs active="questions" counts={{ questions: living }} />}
      >
        <QuestionList questions={questions} />
      </Page>
    </MoreMessages>
  );
}
