import type { Scope } from "@/lib/access/scope";
import type { ClientFormValues } from "../schema";

export type StandingClient = {
  version: number;
  archived: boolean;
  values: ClientFormValues;
  /** Stands under this client; in the form's values its id is left empty when it is out of reach. */
  parentName: string | null;
};

type Row = Record<Exclude<keyof ClientFormValues, "tagIds">, string | null> & {
  version: number;
  archived: boolean;
  tagIds: string[];
  parentName: string | null;
};

/** A client as its form holds it now; null when it is not in reach. */
export async function clientFormValues(scope: Scope, id: string): Promise<StandingClient | null> {
  const [row] = await scope.db.$queryRaw<Row[]>`
    select c.version, c.archived_at is not null archived, c.kind, c.name, c.legal_name "legalName", c.inn, c.kpp, c.ogrn, c.industry_id::text "industryId",
      c.region_id::text "regionId", c.city, c.zone, c.website, c.tier, c.work_mode "workMode", c.since::text, c.note,
      p.parent_id::text "parentId", p.parent_name "parentName",
      array(select t.tag_id::text from client_tag t where t.tenant_id = c.tenant_id and t.client_id = c.id order by t.tag_id) "tagIds"
    from client c left join lateral app.parents_of(array[c.id]) p on true where c.id = ${id}::uuid`;
  if (!row) return null;
  const { version, archived, parentName, tagIds, ...texts } = row;
  const filled = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ""]));
  return { version, archived, parentName, values: { ...filled, tagIds } as ClientFormValues };
}
