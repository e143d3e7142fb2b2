import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import type { Dictionary } from "./schema";

export type Word = { id: string; name: string };
export type RegionWord = Word & { zone: string | null };

const living = { where: { archivedAt: null }, orderBy: [{ name: "asc" }, { id: "asc" }] } as const;

/** Industries to choose from, by name. */
export function listIndustries(scope: Scope): Promise<Word[]> {
  return scope.db.industry.findMany({ ...living, orderBy: [...living.orderBy], select: { id: true, name: true } });
}

/** Regions to choose from, by name; `zone` (IANA) is offered for a client there. */
export function listRegions(scope: Scope): Promise<RegionWord[]> {
  const select = { id: true, name: true, zone: true };
  return scope.db.region.findMany({ ...living, orderBy: [...living.orderBy], select });
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  zone: z.string().nullable(),
  version: z.number(),
  archived: z.boolean(),
  clients: z.number(),
});

/** A word as its admin sees it; `clients` in the whole company bear it, archived ones too. */
export type WordRow = z.output<typeof row>;
export type DictionaryPage = { of: Dictionary; words: WordRow[]; counts: Record<Dictionary, number>; now: Date };

export const loadDictionary = query(
  "dictionary:edit",
  async function loadDictionary(scope, of: Dictionary): Promise<DictionaryPage> {
    const words = await listWords(scope, of);
    const [counts] = await scope.db.$queryRaw<Record<Dictionary, number>[]>`
      select (select count(*) from industry where archived_at is null)::int industry, (select count(*) from region where archived_at is null)::int region,
        (select count(*) from tag where archived_at is null)::int tag`;
    return { of, words, counts: counts ?? { industry: 0, region: 0, tag: 0 }, now: scope.now };
  },
);

/** Everything in one dictionary, archived words last. */
export async function listWords(scope: Scope, of: Dictionary): Promise<WordRow[]> {
  return (await readWords(scope, of)).map((one) => row.parse(one));
}

function readWords({ db }: Scope, of: Dictionary): Promise<unknown[]> {
  if (of === "industry")
    return db.$queryRaw`
      select w.id::text, w.name, null zone, w.version, w.archived_at is not null archived,
        (select count(*) from client c where c.tenant_id = w.tenant_id and c.industry_id = w.id)::int clients
      from industry w order by w.archived_at is not null, w.name, w.id`;
  if (of === "region")
    return db.$queryRaw`
      select w.id::text, w.name, w.zone, w.version, w.archived_at is not null archived,
        (select count(*) from client c where c.tenant_id = w.tenant_id and c.region_id = w.id)::int clients
      from region w order by w.archived_at is not null, w.name, w.id`;
  return db.$queryRaw`
    select w.id::text, w.name, null zone, w.version, w.archived_at is not null archived,
      (select count(*) from client_tag c where c.tenant_id = w.tenant_id and c.tag_id = w.id)::int clients
    from tag w order by w.archived_at is not null, w.name, w.id`;
}
