"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { confirmAll, writeAnswer } from "./actions/write-answer";
import { changeQuestion, insertQuestion, orderAll } from "./actions/write-question";
import {
  answerInput,
  answersConfirmInput,
  questionArchiveInput,
  questionEditInput,
  questionInput,
  questionOrderInput,
} from "./schema";

export const answerQuestion = action(
  { name: "answerQuestion", ability: "client:edit", input: answerInput },
  async function answerQuestion(scope, input) {
    await writeAnswer(scope, input);
    return { questionId: input.questionId };
  },
);

/** "Still true": these answers are confirmed by whoever asks, as of today. */
export const confirmAnswers = action(
  { name: "confirmAnswers", ability: "client:edit", input: answersConfirmInput },
  async function confirmAnswers(scope, { clientId, questionIds }) {
    return { count: await confirmAll(scope, clientId, questionIds) };
  },
);

export const addQuestion = action(
  { name: "addQuestion", ability: "dictionary:edit", input: questionInput },
  async function addQuestion(scope, fields) {
    return { id: await insertQuestion(scope, fields) };
  },
);

/** A stale version is a conflict that carries both sides. */
export const editQuestion = action(
  { name: "editQuestion", ability: "dictionary:edit", input: questionEditInput },
  async function editQuestion(scope, input) {
    await changeQuestion(scope, input);
    return { id: input.id };
  },
);

/** An archived question is no longer asked; its answers are kept and come back with it. */
export const archiveQuestion = action(
  { name: "archiveQuestion", ability: "dictionary:edit", input: questionArchiveInput },
  async function archiveQuestion(scope, { id, version, archived }) {
    const archivedAt = archived ? scope.now : null;
    const { count } = await scope.db.profileQuestion.updateMany({ where: { id, version }, data: { archivedAt } });
    if (count > 0) return { id };
    const there = await scope.db.profileQuestion.findFirst({ where: { id }, select: { id: true } });
    throw new Refusal(there ? "conflict" : "not-found");
  },
);

export const orderQuestions = action(
  { name: "orderQuestions", ability: "dictionary:edit", input: questionOrderInput },
  async function orderQuestions(scope, { ids }) {
    await orderAll(scope, ids);
    return { ids };
  },
);
