import { describe, expect, it } from "vitest";
import { assignmentFaults } from "@/lib/domain/assignment";
import { addDays, parseCalendarDate } from "@/lib/domain/calendar-date";
import { clientNameKey } from "@/lib/domain/client-name";
import { contains } from "@/lib/domain/period";
import { clientsInReach, type ReachRows } from "@/lib/domain/reach";
import { requisiteFaults } from "@/lib/domain/requisites";
import { isZone } from "@/lib/domain/zone";
import { knownZones } from "@/lib/i18n/format";
import { demoLogins, demoOf } from "@/prisma/seed/demo";
import { randomFor } from "@/prisma/seed/random";
import type { Company } from "@/prisma/seed/rows";
import { demoOn } from "@/tests/support/demo-on";

// Ends of months and years, a leap day, and an ordinary one: the demo is made for whatever today is.
const days = ["2026-11-23", "2024-02-29", "2025-12-31", "2027-03-01"];
const today = "2026-11-23";
const { companies, persons } = demoOn(today);
const [sever, north] = companies as [Company, Company];

/** The rows as lib/domain knows them. */
const assignmentsOf = ({ tables }: Company) =>
  tables.assignment.map(({ client_id, member_id, starts_on, ends_on, share, ...row }) => ({
    ...row,
    clientId: client_id,
    memberId: member_id,
    startsOn: starts_on,
    endsOn: ends_on,
    share: share * 100,
  }));
const reachRows = (company: Company): ReachRows => ({
  members: company.tables.member.map(({ id, roles, left_on }) => ({ id, roles, leftOn: left_on })),
  teamLinks: company.tables.team_link.map((row) => ({
    teamId: row.team_id,
    parentId: row.parent_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  })),
  teamMembers: company.tables.team_member.map((row) => ({
    teamId: row.team_id,
    memberId: row.member_id,
    role: row.role,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  })),
  clients: company.tables.client,
  assignments: assignmentsOf(company),
});
const memberOf = (company: Company, name: string) =>
  company.tables.member.find((member) => member.name === name)?.id ?? "";
const seenBy = (company: Company, name: string) =>
  clientsInReach(reachRows(company), memberOf(company, name), today).size;

describe("the demo is the same for the same day", () => {
  it("row by row", () => {
    // As text: to compare a hundred thousand rows as objects takes longer than to make them.
    expect(JSON.stringify(demoOf(today)) === JSON.stringify({ companies, persons })).toBe(true);
  }, 60_000);

  it("and on another day it is the same companies with other dates", () => {
    const later = demoOn(addDays(today, 400)).companies[0];
    expect(later?.tables.client.map(({ name, inn }) => [name, inn])).toEqual(
      sever.tables.client.map(({ name, inn }) => [name, inn]),
    );
    expect(later?.tables.client.map(({ since }) => since)).not.toEqual(sever.tables.client.map(({ since }) => since));
  }, 60_000);

  it("because chance is drawn from names, and evenly", () => {
    const draws = (name: string) => Array.from({ length: 6 }, randomFor(name).next);
    expect(draws("a")).toEqual(draws("a"));
    expect(draws("a")).not.toEqual(draws("b"));
    const random = randomFor("evenness");
    const dice = Array.from({ length: 6_000 }, () => random.int(1, 6));
    for (let side = 1; side <= 6; side++)
      expect(Math.abs(dice.filter((one) => one === side).length - 1_000)).toBeLessThan(150);
    expect(random.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("«Север-Торг» is as the pages tell it", () => {
  it.each([
    ["Анна Крылова", 98],
    ["Вера Соколова", 91],
    ["Глеб Орлов", 112],
    ["Дарья Мельник", 87],
    ["Егор Лапин", 95],
    ["Жанна Белова", 101],
    ["Захар Тихий", 99],
    // Борис has 104 of his own and stands in for 25 of others.
    ["Борис Юдин", 129],
    // Анна, Борис, Вера and Глеб; the other four.
    ["Олег Стрельцов", 405],
    ["Инна Савельева", 382],
    ["Марина Северова", 799],
    ["Наталья Зимина", 799],
    ["Тимур Ахметов", 799],
    ["Кирилл Дёмин", 0],
  ])("%s sees %d clients", (name, count) => {
    expect(seenBy(sever, name)).toBe(count);
  });

  it("some clients wait for an owner, some have had another one, some will have", () => {
    const owned = new Set(
      assignmentsOf(sever)
        .filter((row) => row.role === "primary" && contains(row, today))
        .map(({ clientId }) => clientId),
    );
    expect(sever.tables.client.filter(({ id, archived_at }) => !owned.has(id) && archived_at === null)).toHaveLength(6);
    expect(
      sever.tables.assignment.filter(({ role, ends_on }) => role === "primary" && ends_on !== null && ends_on <= today)
        .length,
    ).toBeGreaterThan(200);
    expect(sever.tables.assignment.filter(({ starts_on }) => starts_on > today)).toHaveLength(3);
  });

  it("has its people, groups and kinds of clients", () => {
    const kinds = (kind: string) => sever.tables.client.filter((client) => client.kind === kind).length;
    expect([kinds("company") > 600, kinds("entrepreneur") > 50, kinds("person") > 20]).toEqual([true, true, true]);
    expect(new Set(sever.tables.client.map(({ parent_id }) => parent_id)).size - 1).toBe(30);
    expect(sever.tables.contact.filter(({ same_person_id }) => same_person_id !== null).length).toBeGreaterThan(8);
    expect(new Set(sever.tables.client.map(({ zone }) => zone)).size).toBeGreaterThan(11);
  });

  it("no two clients are called the same", () => {
    const keys = sever.tables.client.map(({ name_key }) => name_key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("Northfield is a small company that shares its administrator", () => {
  it("has forty clients, two books and one that waits", () => {
    expect([seenBy(north, "Grace Holloway"), seenBy(north, "Natalia Zimina")]).toEqual([39, 40]);
    expect(north.tables.client).toHaveLength(40);
  });

  it("one human is a member of both companies, under one sign-in", () => {
    const both = persons.filter(({ id }) =>
      companies.every(({ memberships }) => memberships.some(({ person_id }) => person_id === id)),
    );
    expect(both.map(({ email }) => email)).toEqual(["natalya.zimina@sever-torg.example"]);
  });

  it("speaks English", () => {
    expect(JSON.stringify(north)).not.toMatch(/[а-яё]/i);
  });
});

describe.each(days)("on %s every row is one that the product itself would have let in", (day) => {
  const made = demoOn(day);
  describe.each(made.companies.map((company) => [company.tenant.name, company] as const))("%s", (_, company) => {
    const { client, contact, contact_channel, member, team_member, industry, region } = company.tables;

    it("clients", () => {
      for (const row of client) {
        expect([row.name, requisiteFaults(row)]).toEqual([row.name, {}]);
        expect([row.name_key, isZone(row.zone, knownZones())]).toEqual([clientNameKey(row.name), true]);
        expect(
          region.some(({ id }) => id === row.region_id) &&
            (row.industry_id === null || industry.some(({ id }) => id === row.industry_id)),
        ).toBe(true);
        expect(row.since === null || (parseCalendarDate(row.since) === row.since && row.since <= day)).toBe(true);
      }
      expect(new Set(client.map(({ code }) => code)).size).toBe(client.length);
      const numbers = client.filter(({ inn }) => inn !== null).map(({ inn, kpp }) => `${inn} ${kpp}`);
      expect(new Set(numbers).size).toBe(numbers.length);
    });

    it("assignments", () => {
      const rows = assignmentsOf(company);
      const faults = client.flatMap(({ id }) => assignmentFaults(rows.filter((row) => row.clientId === id)));
      expect(faults).toEqual([]);
      const people = new Map(member.map((one) => [one.id, one]));
      for (const row of rows) {
        const who = people.get(row.memberId);
        expect([
          row.startsOn >= (who?.joined_on ?? "9"),
          who?.left_on == null || (row.endsOn ?? "9") <= who.left_on,
        ]).toEqual([true, true]);
      }
      const twice = rows.filter((row) =>
        rows.some(
          (other) =>
            other !== row &&
            other.clientId === row.clientId &&
            other.memberId === row.memberId &&
            other.role === row.role &&
            contains(other, row.startsOn),
        ),
      );
      expect(twice).toEqual([]);
    });

    it("contacts and the ways to reach them", () => {
      const house = new Map(contact.map((row) => [row.id, row]));
      for (const row of contact)
        expect(row.reports_to_id === null || house.get(row.reports_to_id)?.client_id === row.client_id).toBe(true);
      for (const row of contact)
        expect(row.birthday === null || parseCalendarDate(row.birthday) === row.birthday).toBe(true);
      for (const row of contact_channel) {
        expect(house.get(row.contact_id)?.client_id).toBe(row.client_id);
        // Nobody can be called or written to by mistake.
        if (row.kind === "phone") expect(row.value_key).toMatch(/^\+(7\d*0\d{4}|1\d{3}55501\d\d)$/);
        if (row.kind === "email") expect(row.value_key).toMatch(/^[a-z.-]+@[a-z0-9-]+\.example$/);
      }
      expect(new Set(contact_channel.map(({ contact_id }) => contact_id)).size).toBe(contact.length);
    });

    it("people", () => {
      for (const row of team_member) expect(row.ends_on === null || row.ends_on > row.starts_on).toBe(true);
      for (const row of member) expect(row.email).toMatch(/^[a-z.]+@(sever-torg|northfield)\.example$/);
    });
  });
});

it("those who are offered to sign in as exist and work here", () => {
  for (const { email } of demoLogins) expect(persons.map((person) => person.email)).toContain(email);
  expect(persons).toHaveLength(18);
});
