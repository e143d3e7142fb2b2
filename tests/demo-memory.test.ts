import { describe, expect, it } from "vitest";
import { addDays, daysBetween, laterOf, weekday } from "@/lib/domain/calendar-date";
import { slotFault } from "@/lib/domain/delivery-slot";
import { contains } from "@/lib/domain/period";
import { phrase } from "@/prisma/seed/memory/phrase";
import type { Company } from "@/prisma/seed/rows";
import { byClient } from "@/prisma/seed/sales/ledger";
import { demoOn } from "@/tests/support/demo-on";

const today = "2026-11-23";
const { companies } = demoOn(today);
const [sever, north] = companies as [Company, Company];
const named = ({ tables }: Company, name: string) => tables.client.find((client) => client.name === name)?.id ?? "";
const touchesOf = (company: Company, name: string) => {
  const id = named(company, name);
  return company.tables.touch.filter(({ client_id }) => client_id === id);
};

describe.each([today, "2024-02-29"])("on %s what is remembered is what the product would have let in", (day) => {
  const made = new Map(demoOn(day).companies.map((company) => [company.tenant.name, company]));

  it.each([...made.keys()])("%s", (name) => {
    const company = made.get(name);
    if (!company) throw new Error(name);
    const { touch, touch_contact, promise, assignment, contact, client, member } = company.tables;
    const house = new Map(contact.map(({ id, client_id }) => [id, client_id]));
    const team = byClient(assignment);
    const where = new Map(touch.map(({ id, client_id }) => [id, client_id]));
    const working = new Map(member.map((one) => [one.id, { startsOn: one.joined_on, endsOn: one.left_on }]));

    const strangers = touch.filter(
      ({ client_id, author_id, on_day }) =>
        !team
          .get(client_id)
          ?.some(
            (row) => row.member_id === author_id && contains({ startsOn: row.starts_on, endsOn: row.ends_on }, on_day),
          ),
    );
    expect(strangers).toHaveLength(0);
    expect(touch.filter(({ on_day, happened_at }) => on_day >= day || !happened_at.startsWith(on_day))).toHaveLength(0);
    expect(touch.filter(({ on_day }) => weekday(on_day) > 5)).toHaveLength(0);
    expect(touch.filter(({ kind, private: isPrivate }) => isPrivate && kind !== "note")).toHaveLength(0);
    expect(touch.filter(({ subject, text }) => /[[\]{}|]|undefined/.test(`${subject} ${text}`))).toHaveLength(0);
    expect(promise.filter(({ text }) => /[{}]|undefined/.test(text))).toHaveLength(0);
    for (const row of touch_contact) {
      expect(where.get(row.touch_id)).toBe(row.client_id);
      expect(house.get(row.contact_id)).toBe(row.client_id);
    }

    for (const row of promise) {
      expect((row.closed_on === null) === (row.status === "open")).toBe(true);
      expect(row.closed_on === null || row.closed_on <= day).toBe(true);
      expect(row.touch_id === null || where.get(row.touch_id) === row.client_id).toBe(true);
      expect(row.contact_id === null || house.get(row.contact_id) === row.client_id).toBe(true);
      const owner = working.get(row.owner_id);
      if (row.status === "open") expect(owner && contains(owner, day)).toBe(true);
      expect(row.text.length).toBeLessThanOrEqual(500);
    }
    for (const row of company.tables.key_number) {
      expect([row.minor, row.figure, row.content].filter((value) => value !== null)).toHaveLength(1);
      expect(row.as_of <= day && (row.minor === null) === (row.currency === null)).toBe(true);
    }
    for (const row of company.tables.need) {
      expect((row.closed_on !== null) === (row.status === "solved" || row.status === "dropped")).toBe(true);
      expect((row.drop_reason !== null) === (row.status === "dropped")).toBe(true);
      expect(row.raised_on <= (row.offered_on ?? day) && (row.closed_on ?? day) <= day).toBe(true);
      expect(row.status !== "solved" || (row.offered_on ?? "") <= (row.closed_on ?? "")).toBe(true);
    }
    for (const row of company.tables.profile_answer) expect(row.confirmed_on <= day).toBe(true);
    for (const row of company.tables.client_address) expect(slotFault(row.slots)).toBeNull();
    for (const row of company.tables.contact_fact) expect(house.get(row.contact_id)).toBe(row.client_id);
    expect(new Set(client.map(({ id }) => id)).size).toBe(client.length);
  });
});

describe("stages of life have a history", () => {
  it.each(companies.map(({ tenant: { name } }) => name))(
    "R77 %s: one after the other without a gap, one in force",
    (name) => {
      const { client_stage } = companies.find(({ tenant }) => tenant.name === name)?.tables ?? sever.tables;
      for (const stages of byClient(client_stage).values()) {
        expect(stages.filter(({ ends_on }) => ends_on === null)).toHaveLength(1);
        stages.slice(1).forEach((stage, index) => {
          expect([stages[index]?.ends_on, stage.starts_on <= today]).toEqual([stage.starts_on, true]);
          expect(stage.stage !== stages[index]?.stage || stage.manual).toBe(true);
        });
      }
      expect(new Set(client_stage.filter(({ ends_on }) => ends_on === null).map(({ stage }) => stage)).size).toBe(7);
    },
  );

  it("of the stories each stands where it should", () => {
    const now = (name: string) =>
      sever.tables.client_stage.find(({ client_id, ends_on }) => client_id === named(sever, name) && ends_on === null);
    expect(now("Галактика Ритейл")?.stage).toBe("growing");
    expect(now("Кедр Маркет")?.stage).toBe("returned");
    expect(now("Орион")?.stage).toBe("new");
    expect(now("Золотая нива")?.stage).toBe("active");
    expect([now("Невский берег")?.stage, now("Невский берег")?.manual]).toEqual(["dormant", true]);
  });
});

describe("what is remembered is enough for a stranger", () => {
  it("R4 every client has somebody to call, and nearly every one has been called", () => {
    for (const { tables } of companies) {
      const people = byClient(tables.contact);
      expect(tables.client.filter(({ id }) => !people.has(id))).toHaveLength(0);
      expect(byClient(tables.touch).size / tables.client.length).toBeGreaterThan(0.9);
    }
  });

  it("touches follow the cadence of the tier, with some that are overdue", () => {
    const { client, touch } = sever.tables;
    const last = new Map<string, string>();
    for (const { client_id, on_day, answered, kind, direction } of touch)
      if (answered && kind !== "note" && (kind !== "message" || direction === "in"))
        last.set(client_id, laterOf(on_day, last.get(client_id) ?? ""));
    const late = (tier: string, days: number) => {
      const ours = client.filter((one) => one.tier === tier && one.archived_at === null && last.has(one.id));
      return ours.filter(({ id }) => daysBetween(last.get(id) ?? today, today) > days).length / ours.length;
    };
    for (const share of [late("A", 14), late("B", 30), late("C", 91)]) expect(share).toBeGreaterThan(0.08);
    for (const share of [late("A", 14), late("B", 30), late("C", 91)]) expect(share).toBeLessThan(0.5);
  });

  it("promises stand in every state on both sides, some of the open ones late", () => {
    const { promise } = sever.tables;
    for (const side of ["ours", "theirs"] as const)
      for (const status of ["open", "kept", "broken", "released"] as const)
        expect(promise.filter((row) => row.side === side && row.status === status).length).toBeGreaterThan(4);
    expect(promise.filter(({ status, due_on }) => status === "open" && due_on < today).length).toBeGreaterThan(20);
  });

  it("needs stand in every state, and some key numbers and answers are old", () => {
    expect(new Set(sever.tables.need.map(({ status }) => status)).size).toBe(4);
    const share = (rows: readonly boolean[]) => rows.filter(Boolean).length / rows.length;
    const old = addDays(today, -365);
    expect(share(sever.tables.key_number.map(({ as_of }) => as_of < old))).toBeGreaterThan(0.08);
    expect(share(sever.tables.profile_answer.map(({ confirmed_on }) => confirmed_on < old))).toBeGreaterThan(0.08);
  });

  it("the red client says what is wrong: a promise of theirs that is late, one of ours too, and the last talk", () => {
    const client = named(sever, "Евростандарт");
    const open = sever.tables.promise.filter(({ client_id, status }) => client_id === client && status === "open");
    expect(open.filter(({ due_on }) => due_on < today).map(({ side }) => side)).toEqual(
      expect.arrayContaining(["ours", "theirs"]),
    );
    const talk = touchesOf(sever, "Евростандарт").at(-1);
    expect([talk?.kind, talk?.text?.includes("скидке на объём")]).toEqual(["call", true]);
    expect(touchesOf(north, "Brightwater Clinics").at(-1)?.text).toContain("volume discount");
  });

  it("each company speaks its own language", () => {
    const said = (company: Company) =>
      company.tables.touch.map(({ subject, text, topics }) => `${subject} ${text} ${topics}`).join(" ");
    expect(said(north)).not.toMatch(/[а-яё]/i);
    expect(said(sever)).not.toMatch(/\b(the|order|with)\b/);
  });
});

it("a phrase takes the side of whom it is about, and says which slot it lacks", () => {
  expect(phrase("[Сказал|Сказала]: {sum}", { sum: "5 ₽" }, true)).toBe("Сказала: 5 ₽");
  expect(phrase("[He|She] left", {}, false)).toBe("He left");
  expect(() => phrase("{sum}", {}, false)).toThrow("no {sum}");
});

describe("R92 what is told speaks of the months around the day on which the demo is made", () => {
  it.each([
    [today, "Прислать заявку на декабрь", "Заказ на октябрь", "заканчивается 18 декабря"],
    ["2024-02-29", "Прислать заявку на март", "Заказ на январь", "заканчивается 25 марта"],
  ])("on %s", (day, promised, said, contract) => {
    const [company] = demoOn(day).companies as [Company];
    const id = named(company, "Евростандарт");
    const ofShown = <Row extends { client_id: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.client_id === id);
    expect(ofShown(company.tables.promise).map(({ text }) => text)).toContain(promised);
    const touches = ofShown(company.tables.touch);
    expect(touches.map(({ subject }) => subject)).toContain(said);
    expect(touches.map(({ text }) => text?.replaceAll(/\s/g, " ")).join("\n")).toContain(contract);
    // The contract itself says the same day.
    const endsOn = ofShown(company.tables.contract).map((one) => one.ends_on);
    expect(endsOn).toContain(addDays(day, 25));
  });
});
