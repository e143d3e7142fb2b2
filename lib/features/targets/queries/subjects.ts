import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { Subject } from "./figures";

/**
 * Whose scorecard the caller may open, as a table expression with id and name: people under the caller and the caller; teams that the caller leads, with those
 * below; clients in reach. Whoever reaches all sees all. Row security keeps others' figures out, but not a first one for somebody out of sight.
 */
export const inSight: Readonly<Record<Subject["kind"], string>> = {
  member: `(select id, name from member where app.reaches_all() or id = any((select app.subordinate_ids())::uuid[]))`,
  team: `(select id, name from team where app.leads_team(id))`,
  client: `(select id, name from client)`,
};

const person = z.object({ id: z.string(), name: z.string(), team: z.string().nullable() });
const choice = z.object({ id: z.string(), name: z.string() });
export type Person = z.output<typeof person>;
export type Choice = z.output<typeof choice>;

/** People (with the team of today) and teams in sight, in the order of names. Two statements. */
export async function listSubjects({ db, today }: Scope): Promise<{ people: Person[]; teams: Choice[] }> {
  const people = await db.$queryRawUnsafe<unknown[]>(
    `select s.id::text, s.name, (select tm.team_id::text from team_member tm where tm.tenant_id = m.tenant_id and tm.member_id = m.id and tm.starts_on <= $1::date
       and (tm.ends_on is null or tm.ends_on > $1::date) order by tm.role desc limit 1) as team
     from ${inSight.member} s join member m on m.id = s.id where (m.left_on is null or m.left_on >= $1::date) and m.roles && '{kam,lead,specialist}' order by s.name, s.id`,
    today,
  );
  const teams = await db.$queryRawUnsafe<unknown[]>(
    `select s.id::text, s.name from ${inSight.team} s join team t on t.id = s.id where t.closed_on is null or t.closed_on > $1::date order by s.name, s.id`,
    today,
  );
  return { people: people.map((row) => person.parse(row)), teams: teams.map((row) => choice.parse(row)) };
}

/** The name of one subject in sight; null where there is none. */
export async function findSubject({ db }: Scope, { kind, id }: Subject): Promise<string | null> {
  const [row] = await db.$queryRawUnsafe<{ name: string }[]>(
    `select s.name from ${inSight[kind]} s where s.id = $1::uuid`,
    id,
  );
  return row?.name ?? null;
}
