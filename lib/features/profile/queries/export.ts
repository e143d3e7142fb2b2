import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { inLanguage } from "@/lib/domain/in-language";
import { profileSections } from "@/lib/domain/profile";
import { translator } from "@/lib/i18n/messages";
import { listQuestions, type QuestionRow } from "../queries";

/** The questionnaire about a client's business: by section, in the order of asking; archived questions last. */
export const exportQuestions = exportFile(
  { name: "questions", ability: "dictionary:edit", filter: z.object({}) },
  async (scope): Promise<Exported<QuestionRow>> => {
    const t = translator(scope.locale, "profile");
    const e = translator(scope.locale, "exports");
    const { text, number, yesNo } = exportFields<QuestionRow>(scope);
    const choices = (row: QuestionRow) =>
      row.choices.map(({ key, ru, en }) => inLanguage(scope.locale, ru, en) ?? key).join("; ");
    const place = ({ archived, section }: QuestionRow) =>
      archived ? profileSections.length : profileSections.indexOf(section);
    return {
      title: t("questions.tab"),
      fields: [
        text("section", t("questions.section"), (row) => t(`section.${row.section}`), 24),
        text("textRu", t("questions.textRu"), (row) => row.textRu, 48),
        text("textEn", t("questions.textEn"), (row) => row.textEn, 48),
        text("kind", t("questions.kind"), (row) => t(`kind.${row.kind}`)),
        text("choices", t("questions.choices"), choices, 40),
        number("halfLife", t("questions.halfLife"), (row) => row.halfLifeDays),
        number("answers", e("answers"), (row) => row.clients),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: (await listQuestions(scope)).toSorted((a, b) => place(a) - place(b)),
    };
  },
);
