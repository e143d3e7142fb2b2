import { z } from "zod";
import { Moved, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { CONTRACT_AHEAD } from "@/lib/domain/call-reasons";
import { lifeStages } from "@/lib/domain/life-stage";
import { type ProfileState, profileState } from "@/lib/domain/profile";
import { clientKinds, type RequisiteFault, requisiteFaults } from "@/lib/domain/requisites";
import { type Anniversary, nextAnniversary, type Tenure, tenureOn } from "@/lib/domain/tenure";
import { tiers } from "@/lib/domain/tier";
import { workModes } from "@/lib/domain/work-mode";
import { clientStory, type StoryEntry, storyOf, storyRows } from "@/lib/features/assignments/queries/story";
import { contactRole } from "@/lib/features/contacts/queries";
import { type HeaderNumber, headerNumber, headerNumberRow } from "@/lib/features/numbers/queries/header-numbers";

const named = z.object({ id: z.string(), name: z.string() });
const day = z.string().nullable();

const keyContact = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  role: contactRole,
  phone: z.string().nullable(),
});

/** The head has an id only when it is in reach; the tree holds the reached companies alone (domain.md 13.4). */
const group = z.object({
  headId: z.string().nullable(),
  headName: z.string(),
  companies: z.number(),
  reached: z.number(),
  tree: z.array(z.object({ id: z.string(), name: z.string(), aboveId: z.string().nullable(), depth: z.number() })),
});

const clientRow = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  kind: z.enum(clientKinds),
  name: z.string(),
  legalName: z.string().nullable(),
  inn: z.string().nullable(),
  kpp: z.string().nullable(),
  ogrn: z.string().nullable(),
  industry: named.nullable(),
  region: named.nullable(),
  city: z.string().nullable(),
  zone: z.string().nullable(),
  regionZone: z.string().nullable(),
  website: z.string().nullable(),
  tier: z.enum(tiers).nullable(),
  workMode: z.enum(workModes),
  since: day,
  note: z.string().nullable(),
  archived: z.boolean(),
  /** The card that this one went into: its id only when that one is in reach. */
  merged: z.object({ id: z.string().nullable() }).nullable(),
  tags: z.array(named),
  keyContacts: z.array(keyContact),
  contactCount: z.number(),
  /** Stands under this client; without an id when that one is out of reach. */
  parent: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  group: group.nullable(),
  /** The life stage in force; null when it never bought. */
  stage: z.object({ stage: z.enum(lifeStages), startsOn: z.string() }).nullable(),
  /** The signed contract that ends next, within two months. */
  ending: z.object({ number: z.string(), endsOn: z.string() }).nullable(),
  numbers: z.array(headerNumberRow),
  /** Every question of the questionnaire, with the day of this client's answer. */
  asked: z.array(z.object({ halfLifeDays: z.number(), confirmedOn: z.string().nullable() })),
  /** Who of ours worked with it, works and will work. */
  story: storyRows,
});

/** What every tab of a client's page shows above itself, and what its form starts from. */
export type ClientView = Omit<z.output<typeof clientRow>, "numbers" | "asked" | "merged" | "story"> & {
  numbers: HeaderNumber[];
  profile: ProfileState;
  /** Who of ours worked with it, works and will work. */
  story: StoryEntry[];
  /** The company asks for Russian requisites, or this client has some. */
  requisites: boolean;
  faults: Partial<Record<"inn" | "kpp" | "ogrn", RequisiteFault>>;
  tenure: Tenure | null;
  anniversary: Anniversary | null;
  /** The company's day, and the moment of reading (ISO) from which clocks run on. */
  today: string;
  now: string;
  /** The company's own, ISO 4217. */
  currency: string;
  may: { log: boolean; edit: boolean; archive: boolean; assign: boolean; merge: boolean };
};

/** The client, or "not found" for whatever is out of reach. One statement. */
export async function clientView(scope: Scope, clientId: string): Promise<ClientView> {
  const rows = await scope.db.$queryRawUnsafe<unknown[]>(
    `
    select c.id::text, c.version, c.code, c.kind, c.name, c.legal_name "legalName", c.inn, c.kpp, c.ogrn, c.city, c.zone, r.zone "regionZone", c.website,
      c.tier, c.work_mode "workMode", c.since::text, c.note, c.archived_at is not null archived,
      case when c.merged_into is not null then jsonb_build_object('id', (select w.id from client w where w.tenant_id = c.tenant_id and w.id = c.merged_into)) end merged,
      case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name) end industry,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end region,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
        from client_tag ct join tag t on t.tenant_id = ct.tenant_id and t.id = ct.tag_id
        where ct.tenant_id = c.tenant_id and ct.client_id = c.id), '[]') tags,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'jobTitle', k.job_title, 'role', k.role, 'phone',
          (select h.value_key from contact_channel h where h.tenant_id = k.tenant_id and h.client_id = k.client_id and h.contact_id = k.id and h.kind = 'phone'
            order by h.preferred desc, h.id limit 1)) order by k.name, k.id)
        from contact k where k.tenant_id = c.tenant_id and k.client_id = c.id and k.is_key and k.archived_at is null), '[]') "keyContacts",
      (select count(*)::int from contact k where k.tenant_id = c.tenant_id and k.client_id = c.id and k.archived_at is null) "contactCount",
      (select jsonb_build_object('stage', s.stage, 'startsOn', s.starts_on) from client_stage s
        where s.tenant_id = c.tenant_id and s.client_id = c.id and s.ends_on is null) stage,
      (select jsonb_build_object('number', k.number, 'endsOn', k.ends_on) from contract k where k.tenant_id = c.tenant_id and k.client_id = c.id
        and k.status = 'signed' and k.ends_on between $2::date and $2::date + $3::int order by k.ends_on, k.id limit 1) ending,
      (select jsonb_build_object('id', p.parent_id, 'name', p.parent_name) from app.parents_of(array[c.id]) p) parent,
      (select jsonb_build_object('headId', g.head_id, 'headName', g.head_name, 'companies', g.companies, 'reached', g.reached, 'tree',
          (select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'aboveId', x.above_id, 'depth', x.depth)) from app.group_tree(c.id) x))
        from app.group_of(c.id) g) "group",
      coalesce((select jsonb_agg(jsonb_build_object('kindId', k.id, 'nameRu', k.name_ru, 'nameEn', k.name_en, 'measureRu', k.measure_ru, 'measureEn', k.measure_en,
          'unit', k.unit, 'halfLifeDays', k.half_life_days, 'id', v.id, 'minor', v.minor::text, 'currency', v.currency, 'figure', trim_scale(v.figure)::text,
          'content', v.content, 'asOf', v.as_of, 'source', v.source, 'sourceNote', v.source_note, 'confirms', v.confirms_id is not null,
          'contactName', (select p.name from contact p where p.tenant_id = c.tenant_id and p.client_id = c.id and p.id = v.contact_id),
          'by', (select m.name from member m where m.tenant_id = c.tenant_id and m.id = v.created_by)) order by k.position, k.id)
        from number_kind k cross join lateral (select n.* from key_number n
          where n.tenant_id = k.tenant_id and n.client_id = c.id and n.kind_id = k.id and n.removed_at is null
          order by n.as_of desc, n.created_at desc, n.id limit 1) v
        where k.in_header and k.archived_at is null), '[]') numbers,
      coalesce((select jsonb_agg(jsonb_build_object('halfLifeDays', q.half_life_days, 'confirmedOn', a.confirmed_on))
        from profile_question q left join profile_answer a on a.tenant_id = q.tenant_id and a.client_id = c.id and a.question_id = q.id
        where q.archived_at is null), '[]') asked,
      ${clientStory} story
    from client c
    left join industry i on i.tenant_id = c.tenant_id and i.id = c.industry_id
    left join region r on r.tenant_id = c.tenant_id and r.id = c.region_id
    where c.id = $1::uuid`,
    ...[clientId, scope.today, CONTRACT_AHEAD],
  );
  if (!rows[0]) throw new Refusal("not-found");
  const { asked, numbers, merged, story, ...client } = clientRow.parse(rows[0]);
  if (merged) throw merged.id ? new Moved(`/clients/${merged.id}`) : new Refusal("not-found");
  return {
    ...client,
    numbers: numbers.map((number) => headerNumber(scope, number)),
    profile: profileState(asked, scope.today),
    story: storyOf(story, scope.today),
    requisites: scope.company.locale === "ru" || Boolean(client.inn ?? client.kpp ?? client.ogrn),
    faults: requisiteFaults(client),
    tenure: client.since ? tenureOn(client.since, scope.today) : null,
    anniversary: client.since && client.since <= scope.today ? nextAnniversary(client.since, scope.today) : null,
    today: scope.today,
    now: scope.now.toISOString(),
    currency: scope.company.currency,
    may: {
      log: scope.can("touch:edit") && !client.archived,
      edit: scope.can("client:edit") && !client.archived,
      archive: scope.can("client:archive"),
      assign: scope.can("assignment:edit") && !client.archived,
      merge: scope.can("client:merge"),
    },
  };
}
