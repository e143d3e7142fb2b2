import type { CalendarDate } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import type { Core } from "../memory/casebook";
import { memoryOf } from "../memory/remember";
import { plansOf } from "../plans/plans";
import { randomFor } from "../random";
import type { Company, Person } from "../rows";
import { industryStories } from "../words/ru/stories-industry";
import { quietStories } from "../words/ru/stories-quiet";
import { retailStories } from "../words/ru/stories-retail";
import { shownStories } from "../words/ru/stories-shown";
import { russian } from "../words/ru/words";
import { assignmentRows } from "./assignments";
import { bookOf } from "./book";
import { clientRows, dictionaries, tagRows } from "./clients";
import { peopleOf } from "./contacts";
import { staffOf } from "./people";
import { habitsOf } from "./stories";
import { tradeOf } from "./trade";

const stories = { ...shownStories, ...retailStories, ...industryStories, ...quietStories };

/** «Север-Торг», a distributor: 8 KAMs with about a hundred clients each. All of it follows from the day alone. */
export function severTorg(today: CalendarDate): { company: Company; persons: Person[] } {
  const random = randomFor("sever-torg/people");
  const tenant = {
    id: random.uuid(),
    name: "Север-Торг",
    locale: "ru",
    zone: "Europe/Moscow",
    currency: "RUB",
  } as const;
  const staff = staffOf(today, random);
  const members = Object.values(staff.members);
  // Who has left has no way in, and no account is made for them.
  const working = members.filter(({ left_on }) => left_on === null);
  const persons = working.map(({ name, email }): Person => ({ id: random.uuid(), email, name, locale: "ru" }));

  const book = bookOf(today);
  const archivedOn = new Map(book.archived.map((draft, index) => [draft, ago(today, 0, 2 + index * 2, 5)] as const));
  const words = dictionaries();
  const clients = clientRows([...book.owned, ...book.unassigned, ...book.archived], archivedOn, words);
  const people = peopleOf(clients);
  const assignment = assignmentRows(today, book, clients, staff.members, archivedOn);
  const habits = habitsOf(today, clients, archivedOn);
  const core: Core = {
    member: members,
    team: staff.teams,
    team_link: staff.links,
    team_member: staff.places,
    ...words,
    client: [...clients.values()],
    client_tag: tagRows([...clients.values()], words),
    contact: people.contacts,
    contact_channel: people.channels,
    assignment,
    ...tradeOf(today, clients, assignment, staff.members, habits),
  };
  const company: Company = {
    tenant,
    memberships: working.map((member, index) => ({ member_id: member.id, person_id: persons[index]?.id ?? "" })),
    tables: {
      ...core,
      ...plansOf(today, core, {
        company: "sever-torg",
        zone: tenant.zone,
        holidays: "RU",
        revised: "Открыли новую линейку: план второго полугодия выше",
      }),
      ...memoryOf(tenant, today, core, russian, stories),
    },
  };
  return { company, persons };
}
