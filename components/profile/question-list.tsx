"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Archived } from "@/components/ui/archived";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { OrderedList } from "@/components/ui/ordered-list";
import { useArchive } from "@/components/ui/use-archive";
import { inLanguage } from "@/lib/domain/in-language";
import { profileSections } from "@/lib/domain/profile";
import { archiveQuestion, orderQuestions } from "@/lib/features/profile/actions";
import type { QuestionRow } from "@/lib/features/profile/queries";

const QuestionSheet = dynamic(() => import("./question-sheet"), { ssr: false });

/** The questionnaire about a client's business as its admin edits it: by section, in the order of asking. */
export function QuestionList({ questions }: { questions: readonly QuestionRow[] }) {
  const t = useTranslations("profile.questions");
  const words = useTranslations("profile");
  const locale = useLocale();
  const order = useAct(orderQuestions);
  const archive = useArchive(archiveQuestion);
  const [edited, setEdited] = useState<QuestionRow | "new">();
  const textOf = (question: QuestionRow) => inLanguage(locale, question.textRu, question.textEn) ?? "";
  const find = (id: string) => questions.find((question) => question.id === id);
  const living = questions.filter(({ archived }) => !archived);
  const archived = questions.filter((question) => question.archived);

  function put(id: string, archived: boolean) {
    const question = find(id);
    if (question) archive(question, archived, t(archived ? "archived" : "restored"));
  }

  /** The order is one over all sections: a section's own goes into the places that its questions had. */
  function reorder(ids: string[]) {
    const moved = [...ids];
    const inside = new Set(ids);
    order.run({ ids: living.map(({ id }) => (inside.has(id) ? (moved.shift() ?? id) : id)) });
  }

  const list = (of: readonly QuestionRow[]) => (
    <OrderedList
      items={of.map((question) => ({
        id: question.id,
        archived: question.archived,
        name: textOf(question),
        content: (
          <>
            <span className="min-w-0 flex-[3_1_260px] break-words">{textOf(question)}</span>
            <span className="flex-[1_1_80px] text-ink-3 text-xs">{words(`kind.${question.kind}`)}</span>
            <span className="num flex-[1_1_80px] text-ink-3 text-xs">{t("usedBy", { count: question.clients })}</span>
          </>
        ),
      }))}
      words={{
        actions: (name) => t("actions", { name }),
        change: t("change"),
        up: t("up"),
        down: t("down"),
        archive: t("archive"),
        restore: t("restore"),
      }}
      onOrder={reorder}
      onChange={(id) => setEdited(find(id))}
      onArchive={put}
    />
  );
  const add = (
    <Button onClick={() => setEdited("new")}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {living.length > 0 ? (
        <div className="self-start">{add}</div>
      ) : (
        <EmptyState title={t("empty")} action={add}>
          {t("emptyText")}
        </EmptyState>
      )}
      {profileSections.map((section) => {
        const inside = living.filter((question) => question.section === section);
        return (
          inside.length > 0 && (
            <section key={section} className="grid gap-1.5">
              <h2 className="font-medium text-ink-2 text-xs">{words(`section.${section}`)}</h2>
              {list(inside)}
            </section>
          )
        );
      })}
      {archived.length > 0 && (
        <Archived title={t("archivedTitle", { count: String(archived.length) })}>{list(archived)}</Archived>
      )}
      {edited && (
        <QuestionSheet question={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}
