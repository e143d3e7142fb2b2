import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { type Freshness, freshnessOn } from "@/lib/domain/freshness";
import { inLanguage } from "@/lib/domain/in-language";
import { numberSources, numberTopics, numberUnits } from "@/lib/domain/key-number";

const kindColumns = {
  kindId: z.string(),
  nameRu: z.string().nullable(),
  nameEn: z.string().nullable(),
  measureRu: z.string().nullable(),
  measureEn: z.string().nullable(),
  topic: z.enum(numberTopics),
  unit: z.enum(numberUnits),
  halfLifeDays: z.number(),
  inHeader: z.boolean(),
};

const value = z.object({
  id: z.string(),
  /** Minor units of `currency` as digits, because props and answers are plain JSON. */
  minor: z.string().nullable(),
  currency: z.string().nullable(),
  figure: z.string().nullable(),
  content: z.string().nullable(),
  asOf: z.string(),
  source: z.enum(numberSources),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  sourceNote: z.string().nullable(),
  confirms: z.boolean(),
  by: z.string().nullable(),
  removed: z.boolean(),
});

const numberRow = z.object({ ...kindColumns, archived: z.boolean(), values: z.array(value) });

export type NumberValueRow = z.output<typeof value>;
/** A kind of number at a client: its name and measure in the reader's language, the value in force with its age, and all values, latest first. */
export type NumberRow = {
  kindId: string;
  name: string;
  measure: string | null;
  topic: z.output<typeof numberRow>["topic"];
  unit: z.output<typeof numberRow>["unit"];
  halfLifeDays: number;
  inHeader: boolean;
  latest: NumberValueRow | null;
  freshness: Freshness | null;
  history: NumberValueRow[];
};

/** A client's key numbers in the order of the dictionary: kinds without a value too, archived kinds only with one. One statement. */
export async function listNumbers(scope: Scope, clientId: string): Promise<NumberRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select k.id::text "kindId", k.name_ru "nameRu", k.name_en "nameEn", k.measure_ru "measureRu", k.measure_en "measureEn", k.topic, k.unit,
      k.half_life_days "halfLifeDays", k.in_header "inHeader", k.archived_at is not null archived, coalesce(v.all_values, '[]') "values"
    from number_kind k left join (
      select n.kind_id, jsonb_agg(jsonb_build_object('id', n.id, 'minor', n.minor::text, 'currency', n.currency, 'figure', trim_scale(n.figure)::text, 'content', n.content,
        'asOf', n.as_of, 'source', n.source, 'contactId', n.contact_id, 'contactName', p.name, 'sourceNote', n.source_note, 'confirms', n.confirms_id is not null,
        'by', m.name, 'removed', n.removed_at is not null) order by n.as_of desc, n.created_at desc, n.id) all_values
      from key_number n
      left join contact p on p.tenant_id = n.tenant_id and p.client_id = n.client_id and p.id = n.contact_id
      left join member m on m.tenant_id = n.tenant_id and m.id = n.created_by
      where n.client_id = ${clientId}::uuid group by n.kind_id) v on v.kind_id = k.id
    where k.archived_at is null or v.kind_id is not null
    order by k.position, k.id`;
  return rows.flatMap((row) => {
    const found = numberRow.parse(row);
    const history = found.values.filter(({ removed }) => !removed);
    const latest = history[0] ?? null;
    if (found.archived && !latest) return [];
    return {
      kindId: found.kindId,
      name: inLanguage(scope.locale, found.nameRu, found.nameEn) ?? "",
      measure: inLanguage(scope.locale, found.measureRu, found.measureEn),
      topic: found.topic,
      unit: found.unit,
      halfLifeDays: found.halfLifeDays,
      inHeader: found.inHeader && !found.archived,
      latest,
      freshness: latest && freshnessOn(latest.asOf, found.halfLifeDays, scope.today),
      history,
    };
  });
}

const kindRow = z.object({ ...kindColumns, version: z.number(), archived: z.boolean(), clients: z.number() });
/** A kind as its admin sees it; `clients` in the whole company have a value of it. */
export type KindRow = z.output<typeof kindRow>;

export const loadNumberKinds = query("dictionary:edit", async function loadNumberKinds(scope) {
  return listNumberKinds(scope);
});

export async function listNumberKinds(scope: Scope): Promise<KindRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select k.id::text "kindId", k.name_ru "nameRu", k.name_en "nameEn", k.measure_ru "measureRu", k.measure_en "measureEn", k.topic, k.unit,
      k.half_life_days "halfLifeDays", k.in_header "inHeader", k.version, k.archived_at is not null archived,
      (select count(distinct n.client_id)::int from key_number n where n.tenant_id = k.tenant_id and n.kind_id = k.id and n.removed_at is null) clients
    from number_kind k order by k.archived_at is not null, k.position, k.id`;
  return rows.map((row) => kindRow.parse(row));
}
