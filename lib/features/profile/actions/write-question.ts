import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { questionEditInput, questionInput } from "../schema";

type Fields = z.output<typeof questionInput>;

function columnsOf(fields: Fields) {
  if (!fields.textRu && !fields.textEn) throw new Refusal("invalid", { fields: { textRu: "required" } });
  if (fields.kind !== "choice") return { ...fields, choices: [] };
  const choices = fields.choices
    .map(({ key, ru, en }) => ({ key: key || randomUUID().slice(0, 8), ru: ru.trim() || null, en: en.trim() || null }))
    .filter(({ ru, en }) => ru ?? en);
  if (choices.length < 2) throw new Refusal("invalid", { fields: { choices: "too-few-choices" } });
  return { ...fields, choices };
}

export async function insertQuestion(scope: Scope, fields: Fields): Promise<string> {
  const last = await scope.db.profileQuestion.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? 0) + 10;
  const data = { ...columnsOf(fields), position };
  return (await scope.db.profileQuestion.create({ data, select: { id: true } })).id;
}

/** The kind of a question, and the choices that clients have, stay once there is an answer. */
export async function changeQuestion(
  scope: Scope,
  { id, version, ...fields }: z.output<typeof questionEditInput>,
): Promise<void> {
  const before = await scope.db.profileQuestion.findFirst({ where: { id }, select: questionSelect });
  if (!before) throw new Refusal("not-found");
  const used = await scope.db.profileAnswer.findMany({
    where: { questionId: id },
    select: { choice: true },
    distinct: ["choice"],
  });
  if (used.length > 0 && before.kind !== fields.kind) throw new Refusal("invalid", { fields: { kind: "in-use" } });
  const columns = columnsOf(fields);
  const kept = new Set(columns.choices.map(({ key }) => key));
  if (used.some(({ choice }) => choice !== null && !kept.has(choice)))
    throw new Refusal("invalid", { fields: { choices: "in-use" } });
  const { count } = await scope.db.profileQuestion.updateMany({ where: { id, version }, data: columns });
  if (count > 0) return;
  const { version: theirVersion, ...theirs } = before;
  const words = { textRu: theirs.textRu ?? "", textEn: theirs.textEn ?? "", halfLifeDays: String(theirs.halfLifeDays) };
  throw new Refusal("conflict", { values: { theirs: { ...theirs, ...words }, version: theirVersion, mine: fields } });
}

const questionSelect = {
  section: true,
  textRu: true,
  textEn: true,
  kind: true,
  choices: true,
  halfLifeDays: true,
  version: true,
} as const;

export async function orderAll(scope: Scope, ids: readonly string[]): Promise<void> {
  const known = await scope.db.profileQuestion.count({ where: { id: { in: [...ids] } } });
  if (known !== new Set(ids).size) throw new Refusal("not-found");
  await scope.db.$executeRaw`
    update profile_question q set position = (o.at * 10)::int from unnest(${[...ids]}::uuid[]) with ordinality o (id, at)
    where q.id = o.id and q.position <> o.at * 10`;
}
