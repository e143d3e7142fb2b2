import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { TargetFilter } from "../schema";
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

const found = z.object({ people: z.array(person), teams: z.array(choice) });

/** People (with the team of today) and teams in sight, in the order of names. One statement. */
export async function listSubjects({ db, today }: Scope): Promise<{ people: Person[]; teams: Choice[] }> {
  const [row] = await db.$queryRawUnsafe<unknown[]>(
    `select
       (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'team', (select tm.team_id from team_member tm where tm.tenant_id = m.tenant_id and tm.member_id = m.id
          and tm.starts_on <= $1::date and (tm.ends_on is null or tm.ends_on > $1::date) order by tm.role desc limit 1)) order by s.name, s.id), '[]')
        from ${inSight.member} s join member m on m.id = s.id where (m.left_on is null or m.left_on >= $1::date) and m.roles && '{kam,lead,specialist}') people,
       (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
        from ${inSight.team} s join team t on t.id = s.id where t.closed_on is null or t.closed_on > $1::date) teams`,
    today,
  );
  return found.parse(row);
}

/** Whose card an address asks for; without a name the first that there is. Out of sight is not found. */
export async function chooseSubject(
  scope: Scope,
  { subject, of }: Pick<TargetFilter, "subject" | "of">,
): Promise<Subject & { name: string; people: Person[]; teams: Choice[] }> {
  const { people, teams } = await listSubjects(scope);
  const chosen = (kind: Subject["kind"], id: string | undefined, name: string | null | undefined) => {
    if (id === undefined || !name) throw new Refusal("not-found");
    return { kind, id, name, people, teams };
  };
  if (subject === "client") return chosen(subject, of, of ? await findSubject(scope, { kind: subject, id: of }) : null);
  if (subject === "team") {
    const team = of ? teams.find(({ id }) => id === of) : teams[0];
    return chosen(subject, team?.id, team?.name);
  }
  const { member } = scope;
  const one = of ? people.find(({ id }) => id === of) : (people.find(({ id }) => id === member.id) ?? people[0]);
  return one || (of && of !== member.id)
    ? chosen(subject, one?.id, one?.name)
    : chosen(subject, member.id, member.name);
}

/** The name of one subject in sight; null where there is none. */
export async function findSubject({ db }: Scope, { kind, id }: Subject): Promise<string | null> {
  const [row] = await db.$queryRawUnsafe<{ name: string }[]>(
    `select s.name from ${inSight[kind]} s where s.id = $1::uuid`,
    id,
  );
  return row?.name ?? null;
}
