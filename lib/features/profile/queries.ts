import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { type Freshness, freshnessOn } from "@/lib/domain/freshness";
import { inLanguage } from "@/lib/domain/in-language";
import { type ProfileState, profileSections, profileState, questionKinds } from "@/lib/domain/profile";

const choices = z.array(z.object({ key: z.string(), ru: z.string().nullable(), en: z.string().nullable() }));

const questionColumns = {
  id: z.string(),
  section: z.enum(profileSections),
  textRu: z.string().nullable(),
  textEn: z.string().nullable(),
  kind: z.enum(questionKinds),
  choices,
  halfLifeDays: z.number(),
};

const answeredRow = z.object({
  ...questionColumns,
  version: z.number().nullable(),
  content: z.string().nullable(),
  choice: z.string().nullable(),
  figure: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  confirmedBy: z.string().nullable(),
});

/** A question with this client's answer: `answer` is what its form holds, `said` what a reader reads. `version` 0 where there is none. */
export type ProfileRow = {
  id: string;
  section: (typeof profileSections)[number];
  text: string;
  kind: (typeof questionKinds)[number];
  choices: { key: string; name: string }[];
  halfLifeDays: number;
  version: number;
  answer: string;
  said: string | null;
  confirmedOn: string | null;
  confirmedBy: string | null;
  freshness: Freshness | null;
};
export type Profile = { rows: ProfileRow[]; state: ProfileState };

/** The company's questionnaire with a client's answers, in its order. One statement. */
export async function listProfile(scope: Scope, clientId: string): Promise<Profile> {
  const found = await scope.db.$queryRaw<unknown[]>`
    select q.id::text, q.section, q.text_ru "textRu", q.text_en "textEn", q.kind, q.choices, q.half_life_days "halfLifeDays", a.version, a.content, a.choice,
      trim_scale(a.figure)::text figure, a.confirmed_on::text "confirmedOn", m.name "confirmedBy"
    from profile_question q
    left join profile_answer a on a.tenant_id = q.tenant_id and a.question_id = q.id and a.client_id = ${clientId}::uuid
    left join member m on m.tenant_id = a.tenant_id and m.id = a.confirmed_by
    where q.archived_at is null order by q.position, q.id`;
  const rows = found.map((one): ProfileRow => {
    const row = answeredRow.parse(one);
    const named = row.choices.map(({ key, ru, en }) => ({ key, name: inLanguage(scope.locale, ru, en) ?? key }));
    const chosen = row.choice && (named.find(({ key }) => key === row.choice)?.name ?? row.choice);
    return {
      id: row.id,
      section: row.section,
      text: inLanguage(scope.locale, row.textRu, row.textEn) ?? "",
      kind: row.kind,
      choices: named,
      halfLifeDays: row.halfLifeDays,
      version: row.version ?? 0,
      answer: row.content ?? row.choice ?? row.figure ?? "",
      said: row.content ?? chosen ?? row.figure,
      confirmedOn: row.confirmedOn,
      confirmedBy: row.confirmedBy,
      freshness: row.confirmedOn ? freshnessOn(row.confirmedOn, row.halfLifeDays, scope.today) : null,
    };
  });
  return { rows, state: profileState(rows, scope.today) };
}

const questionRow = z.object({
  ...questionColumns,
  version: z.number(),
  archived: z.boolean(),
  clients: z.number(),
});
/** A question as its admin sees it; `clients` in the whole company have an answer to it. */
export type QuestionRow = z.output<typeof questionRow>;

export const loadQuestions = query("dictionary:edit", async function loadQuestions(scope) {
  return listQuestions(scope);
});

export async function listQuestions(scope: Scope): Promise<QuestionRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select q.id::text, q.section, q.text_ru "textRu", q.text_en "textEn", q.kind, q.choices, q.half_life_days "halfLifeDays", q.version,
      q.archived_at is not null archived,
      (select count(*)::int from profile_answer a where a.tenant_id = q.tenant_id and a.question_id = q.id) clients
    from profile_question q order by q.archived_at is not null, q.position, q.id`;
  return rows.map((row) => questionRow.parse(row));
}
