import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { numberTyped } from "@/lib/domain/key-number";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { listProfile, type ProfileRow } from "../queries";

type Answer = { clientId: string; questionId: string; version: number; answer: string };

/** Writes, changes or takes away an answer; writing it confirms it. A stale version is a conflict with both answers. */
export async function writeAnswer(scope: Scope, { clientId, questionId, version, answer }: Answer): Promise<void> {
  await holdLivingClient(scope, clientId);
  const { rows } = await listProfile(scope, clientId);
  const question = rows.find(({ id }) => id === questionId);
  if (!question) throw new Refusal("not-found");
  if (question.version !== version)
    throw new Refusal("conflict", {
      values: { theirs: question.answer, said: question.said, version: question.version, by: question.confirmedBy },
    });
  const text = answer.trim();
  if (text === "") {
    await scope.db.profileAnswer.deleteMany({ where: { clientId, questionId } });
    return;
  }
  const columns = columnsOf(scope, question, text);
  const confirmed = { confirmedBy: scope.member.id, confirmedOn: new Date(`${scope.today}T00:00:00Z`) };
  if (version === 0) await scope.db.profileAnswer.create({ data: { clientId, questionId, ...columns, ...confirmed } });
  else await scope.db.profileAnswer.updateMany({ where: { clientId, questionId }, data: { ...columns, ...confirmed } });
}

function columnsOf(scope: Scope, question: ProfileRow, text: string) {
  const none = { content: null, choice: null, figure: null };
  if (question.kind === "text") return { ...none, content: text };
  if (question.kind === "choice") {
    if (!question.choices.some(({ key }) => key === text))
      throw new Refusal("invalid", { fields: { answer: "not-a-choice" } });
    return { ...none, choice: text };
  }
  const decimal = scope.locale === "ru" ? "," : ".";
  const typed = numberTyped(text, { unit: "pieces", currency: scope.company.currency, decimal });
  if (typeof typed === "string") throw new Refusal("invalid", { fields: { answer: typed } });
  if (!("figure" in typed)) throw new Refusal("invalid", { fields: { answer: "not-a-number" } });
  return { ...none, figure: typed.figure };
}

/** Confirms answers as of today. Each question must have an answer of this client. */
export async function confirmAll(scope: Scope, clientId: string, questionIds: readonly string[]): Promise<number> {
  await holdLivingClient(scope, clientId);
  const { count } = await scope.db.profileAnswer.updateMany({
    where: { clientId, questionId: { in: [...questionIds] } },
    data: { confirmedBy: scope.member.id, confirmedOn: new Date(`${scope.today}T00:00:00Z`) },
  });
  if (count !== new Set(questionIds).size) throw new Refusal("not-found");
  return count;
}
