import { z } from "zod";
import { profileSections, questionKinds } from "@/lib/domain/profile";

const optional = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);

/** `version` 0 where there was no answer yet; an empty answer takes it away. */
export const answerInput = z.strictObject({
  clientId: z.uuid(),
  questionId: z.uuid(),
  version: z.int(),
  answer: z.string().max(4000, "too-long"),
});
/** One answer, or all of a client's that are there. */
export const answersConfirmInput = z.strictObject({
  clientId: z.uuid(),
  questionIds: z.array(z.uuid()).min(1).max(200),
});

/** A choice that is new has an empty key. */
const choice = z.strictObject({
  key: z.string().max(40),
  ru: z.string().max(80, "too-long"),
  en: z.string().max(80, "too-long"),
});

const question = z.strictObject({
  section: z.enum(profileSections, "choose-one"),
  textRu: optional(300),
  textEn: optional(300),
  kind: z.enum(questionKinds, "choose-one"),
  choices: z.array(choice).max(20, "too-many"),
  halfLifeDays: z.coerce.number("not-a-number").int("not-a-number").min(1, "half-life").max(3650, "half-life"),
});

export const questionInput = question;
export const questionEditInput = question.extend({ id: z.uuid(), version: z.int() });
export const questionArchiveInput = z.strictObject({ id: z.uuid(), version: z.int(), archived: z.boolean() });
/** All questions in their new order. */
export const questionOrderInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

export type QuestionForm = Omit<z.input<typeof question>, "halfLifeDays"> & { halfLifeDays: string };
