import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadClient } from "@/lib/features/clients/queries";
import { loadHome, loadToday } from "@/lib/features/today/queries";
import { House, type Person, TODAY } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let late: string;
let fine: string;
let theirs: string;

const call = (client: string, on: string, author: Person) =>
  house.row("touch", {
    client_id: client,
    kind: "call",
    happened_at: `${on}T09:00Z`,
    on_day: on,
    author_id: author.member,
  });

/** Buys on the day, every 28 days before it, six times. */
async function buys(client: string, last: string): Promise<void> {
  for (let back = 0; back < 6; back += 1)
    await house.rows(
      `insert into sale_line (tenant_id, client_id, sold_on, document, line, currency, amount, base_amount, source)
       values ($1, $2, $3::date - $4::int, $5, '1', 'RUB', 100000, 100000, 'renewal')`,
      [house.company, client, last, back * 28, `${client} ${back}`],
    );
}

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  late = await house.client("Сбился", anna, { tier: "B" });
  fine = await house.client("В ритме", anna, { tier: "B" });
  theirs = await house.client("Чужой", boris, { tier: "A" });
  await call(late, "2026-09-01", anna);
  await call(fine, "2026-11-20", anna);
  await call(theirs, "2026-01-10", boris);
  await buys(late, "2026-10-13");
  await buys(fine, "2026-11-16");
  await buys(theirs, "2026-03-01");
  await house.row("contact", { client_id: late, name: "Ирина Власова", is_key: true, birthday: "1980-11-23" });
  await house.row("contract", {
    client_id: fine,
    number: "118",
    status: "signed",
    signed_on: "2025-01-01",
    ends_on: "2026-12-18",
  });
  for (const [client, owner] of [
    [late, anna],
    [theirs, boris],
  ] as const)
    await house.row("promise", {
      client_id: client,
      side: "ours",
      text: "прислать расчёт",
      due_on: "2026-11-20",
      owner_id: owner.member,
    });
});
afterAll(() => house.close());

describe("R29 Today says whom to call and why", () => {
  test("one line per client with all its reasons, the most pressing first; nothing of another book", async () => {
    house.sit(anna);
    const today = await loadToday();
    expect(today).toMatchObject({ today: TODAY, held: 2, total: 2, counts: { touches: 1, rhythms: 1, promises: 1 } });
    expect(today.rows.map(({ id }) => id)).toEqual([late, fine]);
    expect(today.rows[0]?.reasons).toEqual([
      { kind: "promise-ours", text: "прислать расчёт", late: 3 },
      { kind: "birthday", name: "Ирина Власова", on: TODAY, daysAway: 0 },
      { kind: "rhythm", silentFor: 41, usual: 28, share: 1 },
      { kind: "touch", days: 83, cadence: 30, late: 53 },
    ]);
    expect(today.rows[1]?.reasons).toEqual([{ kind: "contract", number: "118", endsOn: "2026-12-18", daysAway: 25 }]);
    expect(today.promises.map(({ clientId }) => clientId)).toEqual([late]);
    expect(today.dates.map(({ clientName, reason }) => [clientName, reason.name])).toEqual([
      ["Сбился", "Ирина Власова"],
    ]);
    expect(JSON.stringify(today.rows)).not.toContain("Чужой");
  });

  test("R4 R77 the page of a client gives the same reasons, promises aside", async () => {
    house.sit(anna);
    const called = ["rhythm", "touch", "executive", "person", "contract"];
    for (const { id, reasons } of (await loadToday()).rows) {
      const { steps } = await loadClient(id);
      // Of whom it is the largest is known on Today alone.
      const told = reasons.map((reason) => (reason.kind === "rhythm" ? { ...reason, share: null } : reason));
      const wanted = told.filter(({ kind }) => called.includes(kind));
      expect(wanted).not.toEqual([]);
      expect(steps.filter(({ kind }) => called.includes(kind))).toEqual(wanted);
      expect(steps[0]?.kind).toBe(id === late ? "promise" : "contract");
    }
  });

  test("R4 where nobody answers for a client, nobody of its people is late either", async () => {
    const free = await house.client("Ничей", null, { tier: "A" });
    const person = await house.row("contact", {
      client_id: free,
      name: "Глеб Сухов",
      is_key: true,
      level: "executive",
    });
    const talk = await call(free, "2026-01-10", boris);
    await house.rows("insert into touch_contact (tenant_id, client_id, touch_id, contact_id) values ($1, $2, $3, $4)", [
      house.company,
      free,
      talk,
      person,
    ]);
    house.sit(await house.person("Вера", "director"));
    const { touch, steps } = await loadClient(free);
    expect(touch).toMatchObject({
      overdue: false,
      executive: { overdue: false },
      people: [{ overdue: false, days: 317 }],
    });
    expect(steps.map(({ kind }) => kind)).not.toContain("person");
  });

  test("R4 a touch written down takes its reason away", async () => {
    const id = await call(late, TODAY, anna);
    house.sit(anna);
    const [line] = (await loadToday()).rows;
    // The client was called, but not the key person: she has a clock of her own.
    expect(line?.reasons.map(({ kind }) => kind)).toEqual(["promise-ours", "birthday", "rhythm", "person"]);
    await house.rows("delete from touch where id = $1", [id]);
  });

  test("who holds no clients begins with the book, who holds some with today", async () => {
    const lead = await house.person("Ольга", "lead");
    house.sit(lead);
    expect(await loadHome()).toBe("/book");
    expect(await loadToday()).toMatchObject({ held: 0, rows: [], total: 0 });
    house.sit(anna);
    expect(await loadHome()).toBe("/today");
  });
});
