import type { CalendarDate } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import type { Core } from "../memory/casebook";
import { memoryOf } from "../memory/remember";
import { slug } from "../naming";
import { plansOf } from "../plans/plans";
import { randomFor } from "../random";
import type { Company, Member, Person } from "../rows";
import { englishStories } from "../words/en/stories";
import { english } from "../words/en/words";
import { industries, states } from "../words/northfield-clients";
import { assignmentRows, clientRows, peopleOf } from "./book";
import { tradeOf } from "./trade";

/** Northfield, a small company in English and dollars. `visitor` is a person of another company who is its admin too. */
export function northfield(today: CalendarDate, visitor: Person): { company: Company; persons: Person[] } {
  const random = randomFor("northfield/people");
  const tenant = {
    id: random.uuid(),
    name: "Northfield",
    locale: "en",
    zone: "America/New_York",
    currency: "USD",
  } as const;
  const member = (
    name: string,
    job_title: string,
    roles: Member["roles"],
    years: number,
    email = `${slug(name).replace("-", ".")}@northfield.example`,
  ): Member => ({
    id: random.uuid(),
    name,
    email,
    phone: null,
    job_title,
    roles,
    joined_on: ago(today, years, 4),
    left_on: null,
  });
  const lead = member("Grace Holloway", "Sales Lead", ["lead"], 6);
  const owen = member("Owen Marsh", "Key Account Manager", ["kam"], 5);
  const priya = member("Priya Nair", "Key Account Manager", ["kam"], 3);
  const admin = member("Natalia Zimina", "CRM Administrator", ["admin"], 2, visitor.email);
  const working = [lead, owen, priya];
  const persons = working.map(({ name, email }): Person => ({ id: random.uuid(), email, name, locale: "en" }));

  const team = { id: random.uuid(), name: "Key Accounts" };
  const industry = industries.map((name) => ({ id: random.uuid(), name }));
  const region = Object.entries(states).map(([name, { zone }]) => ({ id: random.uuid(), name, zone }));
  const tag = ["net 30", "seasonal", "tender", "EDI"].map((name) => ({ id: random.uuid(), name }));
  const client = clientRows(today, industry, region);
  const people = peopleOf(client);
  const assignment = assignmentRows(today, client, owen, priya);
  const core: Core = {
    member: [...working, admin],
    team: [team],
    team_link: [],
    team_member: working.map(({ id, joined_on }) => ({
      id: random.uuid(),
      team_id: team.id,
      member_id: id,
      role: id === lead.id ? "lead" : "member",
      starts_on: joined_on,
      ends_on: null,
    })),
    industry,
    region,
    tag,
    client,
    client_tag: client.flatMap(({ id }) =>
      random.chance(0.5) ? [{ client_id: id, tag_id: random.pick(tag).id }] : [],
    ),
    contact: people.contacts,
    contact_channel: people.channels,
    assignment,
    ...tradeOf(today, client, industry, assignment, [owen, priya]),
  };
  const company: Company = {
    tenant,
    memberships: [
      ...working.map(({ id }, index) => ({ member_id: id, person_id: persons[index]?.id ?? "" })),
      { member_id: admin.id, person_id: visitor.id },
    ],
    tables: {
      ...core,
      ...plansOf(today, core, {
        company: "northfield",
        zone: tenant.zone,
        holidays: null,
        revised: "A new product line: the second half is planned higher",
      }),
      ...memoryOf(tenant, today, core, english, englishStories),
    },
  };
  return { company, persons };
}
