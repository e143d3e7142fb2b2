import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Role } from "@/lib/domain/roles";
import { ago } from "../dates";
import { slug } from "../naming";
import type { Random } from "../random";
import type { Member, Team, TeamLink, TeamMember } from "../rows";

/** The people of «Север-Торг», by the name that this file's neighbours call them. */
export type Key =
  | "director"
  | "lead1"
  | "lead2"
  | "anna"
  | "boris"
  | "vera"
  | "gleb"
  | "darya"
  | "egor"
  | "zhanna"
  | "zakhar"
  | "admin"
  | "expert1"
  | "expert2"
  | "auditor"
  | "gone";

type Cast = {
  key: Key;
  name: string;
  title: string;
  roles: Role[];
  joined: [years: number, months: number];
  left?: number;
};

const cast: readonly Cast[] = [
  { key: "director", name: "Марина Северова", title: "коммерческий директор", roles: ["director"], joined: [11, 2] },
  { key: "lead1", name: "Олег Стрельцов", title: "руководитель команды «Центр и Юг»", roles: ["lead"], joined: [9, 5] },
  {
    key: "lead2",
    name: "Инна Савельева",
    title: "руководитель команды «Урал и Восток»",
    roles: ["lead"],
    joined: [7, 8],
  },
  { key: "anna", name: "Анна Крылова", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [4, 3] },
  { key: "boris", name: "Борис Юдин", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [6, 0] },
  { key: "vera", name: "Вера Соколова", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [5, 7] },
  { key: "gleb", name: "Глеб Орлов", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [8, 1] },
  { key: "darya", name: "Дарья Мельник", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [3, 10] },
  { key: "egor", name: "Егор Лапин", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [2, 6] },
  { key: "zhanna", name: "Жанна Белова", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [7, 0] },
  { key: "zakhar", name: "Захар Тихий", title: "менеджер по ключевым клиентам", roles: ["kam"], joined: [5, 1] },
  { key: "admin", name: "Наталья Зимина", title: "администратор CRM", roles: ["admin"], joined: [6, 6] },
  { key: "expert1", name: "Илья Рогов", title: "специалист по логистике", roles: ["specialist"], joined: [4, 0] },
  { key: "expert2", name: "Софья Ким", title: "специалист по маркетингу", roles: ["specialist"], joined: [3, 0] },
  { key: "auditor", name: "Тимур Ахметов", title: "внутренний аудитор", roles: ["auditor"], joined: [2, 0] },
  {
    key: "gone",
    name: "Кирилл Дёмин",
    title: "менеджер по ключевым клиентам",
    roles: ["kam"],
    joined: [10, 0],
    left: 11,
  },
];

/** How many clients each KAM has today, as in the drawings of the book and of Progress. */
export const bookSizes: readonly (readonly [Key, number])[] = [
  ["anna", 98],
  ["boris", 104],
  ["vera", 91],
  ["gleb", 112],
  ["darya", 87],
  ["egor", 95],
  ["zhanna", 101],
  ["zakhar", 99],
];

export type Staff = { members: Record<Key, Member>; teams: Team[]; links: TeamLink[]; places: TeamMember[] };

const mailbox = (name: string) => slug(name).replaceAll("-", ".");

export function staffOf(today: CalendarDate, random: Random): Staff {
  const members = Object.fromEntries(
    cast.map(({ key, name, title, roles, joined, left }, index): [Key, Member] => [
      key,
      {
        id: random.uuid(),
        name,
        email: `${mailbox(name)}@sever-torg.example`,
        phone: `+7 (495) 000-90-${String(index + 10)}`,
        job_title: title,
        roles,
        joined_on: ago(today, ...joined, 9 + index),
        left_on: left === undefined ? null : ago(today, 0, left),
      },
    ]),
  ) as Record<Key, Member>;

  const [department, centre, east] = ["Отдел ключевых клиентов", "Центр и Юг", "Урал и Восток"].map((name) => ({
    id: random.uuid(),
    name,
  })) as [Team, Team, Team];
  const founded = ago(today, 12);
  const moved = ago(today, 1, 2);
  const place = (
    key: Key,
    team: Team,
    role: TeamMember["role"],
    starts_on = members[key].joined_on,
    ends_on: CalendarDate | null = members[key].left_on,
  ): TeamMember => ({
    id: random.uuid(),
    team_id: team.id,
    member_id: members[key].id,
    role,
    starts_on,
    ends_on,
  });
  return {
    members,
    teams: [department, centre, east],
    links: [centre, east].map((team) => ({
      id: random.uuid(),
      team_id: team.id,
      parent_id: department.id,
      starts_on: founded,
      ends_on: null,
    })),
    places: [
      place("director", department, "lead"),
      place("lead1", centre, "lead"),
      place("lead2", east, "lead"),
      ...(["anna", "boris", "vera"] as const).map((key) => place(key, centre, "member")),
      // A change of team: figures follow the team of their date, reach follows today's.
      place("gleb", east, "member", undefined, moved),
      place("gleb", centre, "member", moved),
      ...(["darya", "egor", "zhanna", "zakhar"] as const).map((key) => place(key, east, "member")),
      place("gone", centre, "member"),
      ...(["expert1", "expert2"] as const).map((key) => place(key, department, "member")),
    ],
  };
}
