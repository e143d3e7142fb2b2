import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { kindEditInput, kindInput } from "../schema";

type Fields = z.output<typeof kindInput>;

function columnsOf(fields: Fields) {
  if (!fields.nameRu && !fields.nameEn) throw new Refusal("invalid", { fields: { nameRu: "required" } });
  const counted = fields.unit === "pieces";
  return { ...fields, measureRu: counted ? fields.measureRu : null, measureEn: counted ? fields.measureEn : null };
}

export async function insertKind(scope: Scope, fields: Fields): Promise<string> {
  const last = await scope.db.numberKind.aggregate({ _max: { position: true } });
  const position = (last._max.position ?? 0) + 10;
  return (await scope.db.numberKind.create({ data: { ...columnsOf(fields), position }, select: { id: true } })).id;
}

/** A unit stays what it is once a client has a value of the kind: those values could not be read any more. */
export async function changeKind(
  scope: Scope,
  { id, version, ...fields }: z.output<typeof kindEditInput>,
): Promise<void> {
  const used = await scope.db.keyNumber.findFirst({ where: { kindId: id }, select: { id: true } });
  const before = await scope.db.numberKind.findFirst({ where: { id }, select: kindSelect });
  if (!before) throw new Refusal("not-found");
  if (used && before.unit !== fields.unit) throw new Refusal("invalid", { fields: { unit: "unit-in-use" } });
  const { count } = await scope.db.numberKind.updateMany({ where: { id, version }, data: columnsOf(fields) });
  if (count > 0) return;
  const { version: theirVersion, ...theirs } = before;
  const values = {
    ...theirs,
    nameRu: theirs.nameRu ?? "",
    nameEn: theirs.nameEn ?? "",
    measureRu: theirs.measureRu ?? "",
    measureEn: theirs.measureEn ?? "",
    halfLifeDays: String(theirs.halfLifeDays),
  };
  throw new Refusal("conflict", { values: { theirs: values, version: theirVersion, mine: fields } });
}

const kindSelect = {
  nameRu: true,
  nameEn: true,
  topic: true,
  unit: true,
  measureRu: true,
  measureEn: true,
  halfLifeDays: true,
  inHeader: true,
  version: true,
} as const;

export async function orderKinds(scope: Scope, ids: readonly string[]): Promise<void> {
  const known = await scope.db.numberKind.count({ where: { id: { in: [...ids] } } });
  if (known !== new Set(ids).size) throw new Refusal("not-found");
  await scope.db.$executeRaw`
    update number_kind k set position = (o.at * 10)::int from unnest(${[...ids]}::uuid[]) with ordinality o (id, at)
    where k.id = o.id and k.position <> o.at * 10`;
}
