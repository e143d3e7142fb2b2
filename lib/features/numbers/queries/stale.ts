import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { inLanguage } from "@/lib/domain/in-language";
import { numberUnits } from "@/lib/domain/key-number";

const row = z.object({
  clientId: z.string(),
  clientName: z.string(),
  id: z.string(),
  kindId: z.string(),
  nameRu: z.string().nullable(),
  nameEn: z.string().nullable(),
  measureRu: z.string().nullable(),
  measureEn: z.string().nullable(),
  unit: z.enum(numberUnits),
  minor: z.string().nullable(),
  currency: z.string().nullable(),
  figure: z.string().nullable(),
  content: z.string().nullable(),
  asOf: z.string(),
  ageDays: z.number(),
  halfLifeDays: z.number(),
});

/** A number past its half-life; `id` is the value that confirmNumber takes. */
export type StaleNumber = Omit<z.output<typeof row>, "nameRu" | "nameEn" | "measureRu" | "measureEn"> & {
  name: string;
  measure: string | null;
};

/**
 * Key numbers that are past their half-life (lib/domain/freshness), of living clients whose primary owner today is the member, or of everyone in
 * reach; those that stand in a client's header first, then by how many half-lives have gone. One statement.
 */
export async function listStaleNumbers(
  scope: Scope,
  { of, limit = 20 }: { of: "mine" | "reach"; limit?: number },
): Promise<StaleNumber[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text "clientId", c.name "clientName", n.id::text, k.id::text "kindId", k.name_ru "nameRu", k.name_en "nameEn", k.measure_ru "measureRu",
      k.measure_en "measureEn", k.unit, n.minor::text, n.currency, trim_scale(n.figure)::text figure, n.content, n.as_of::text "asOf",
      ${scope.today}::date - n.as_of "ageDays", k.half_life_days "halfLifeDays"
    from (select distinct on (client_id, kind_id) id, client_id, kind_id, minor, currency, figure, content, as_of from key_number
      where removed_at is null order by client_id, kind_id, as_of desc, created_at desc, id) n
    join number_kind k on k.id = n.kind_id and k.archived_at is null
    join client c on c.id = n.client_id and c.archived_at is null
    where ${scope.today}::date - n.as_of > k.half_life_days
      and (${of === "reach"} or exists (select from assignment a where a.client_id = n.client_id and a.member_id = ${scope.member.id}::uuid and a.role = 'primary'
        and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)))
    order by k.in_header desc, (${scope.today}::date - n.as_of)::float / k.half_life_days desc, c.name, k.position, n.id limit ${limit}`;
  return rows.map((one) => {
    const { nameRu, nameEn, measureRu, measureEn, ...rest } = row.parse(one);
    return {
      ...rest,
      name: inLanguage(scope.locale, nameRu, nameEn) ?? "",
      measure: inLanguage(scope.locale, measureRu, measureEn),
    };
  });
}
