import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { Dictionary } from "../schema";

type NewWord =
  | { of: "industry" | "tag"; name: string; zone?: undefined }
  | { of: "region"; name: string; zone: string | null };
type Change = { name?: string; archivedAt?: Date | null; zone?: string | null };

const select = { id: true } as const;

export function insertWord({ db }: Scope, word: NewWord): Promise<{ id: string }> {
  if (word.of === "industry") return db.industry.create({ data: { name: word.name }, select });
  if (word.of === "tag") return db.tag.create({ data: { name: word.name }, select });
  return db.region.create({ data: { name: word.name, zone: word.zone }, select });
}

/** Changes one word if it still is the version that was edited; else a conflict with both sides, or not-found. */
export async function changeWord(
  scope: Scope,
  of: Dictionary,
  where: { id: string; version: number },
  change: Change,
): Promise<void> {
  if ((await updateWord(scope, of, where, change)) === 1) return;
  const theirs = await findWord(scope, of, where.id);
  throw theirs ? new Refusal("conflict", { values: { theirs, mine: change } }) : new Refusal("not-found");
}

async function updateWord(
  { db }: Scope,
  of: Dictionary,
  where: { id: string; version: number },
  { zone, ...data }: Change,
): Promise<number> {
  if (of === "industry") return (await db.industry.updateMany({ where, data })).count;
  if (of === "tag") return (await db.tag.updateMany({ where, data })).count;
  return (await db.region.updateMany({ where, data: { ...data, zone } })).count;
}

async function findWord({ db }: Scope, of: Dictionary, id: string) {
  const columns = { name: true, version: true };
  if (of === "industry") return db.industry.findFirst({ where: { id }, select: columns });
  if (of === "tag") return db.tag.findFirst({ where: { id }, select: columns });
  return db.region.findFirst({ where: { id }, select: { ...columns, zone: true } });
}
