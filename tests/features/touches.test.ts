import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { countsAsTouch, touchDirections, touchKinds } from "@/lib/domain/cadence";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import {
  binTouch,
  editTouch,
  logTouch,
  makePromise,
  openTouchForm,
  searchTouchClients,
  setCadence,
  setPromise,
} from "@/lib/features/touches/actions";
import { codeOf, granted, House, type Person, TODAY } from "./assignments-house";
import { contact } from "./client-house";
import { touchForm } from "./touch-form";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let admin: Person;
let auditor: Person;
let client: string;
let strange: string;
let irina: string;
let pyotr: string;

const form = (fields: object = {}) => touchForm(client, fields);
const page = (of = client, kind: "talks" | "notes" | "promises" | null = null) =>
  loadClientTimeline(of, { kind, before: null }, "en");
const rollUp = async (of: string) =>
  (
    await house.rows<{ last_on: string | null; touches: string }>(
      "select last_on::text, touches from client_touch where client_id = $1",
      [of],
    )
  )[0];

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Anna", "kam");
  boris = await house.person("Boris", "kam");
  lead = await house.person("Lead", "lead");
  admin = await house.person("Admin", "admin");
  auditor = await house.person("Auditor", "auditor");
  await house.team("North", lead, anna);
  client = await house.client("Zarya", anna, { tier: "A" });
  strange = await house.client("Strange", boris, { tier: "A" });
  irina = await contact(house, client, "Irina Vlasova", { is_key: true, level: "executive" });
  pyotr = await contact(house, client, "Pyotr Guy", { is_key: true });
});
afterAll(() => house.close());

describe("a touch", () => {
  test("R4 R23 R88 is kept with its people, topics, minutes and promises, and winds up the clock", async () => {
    house.sit(anna);
    const written = form({
      contactIds: [irina, pyotr],
      subject: "Volume discount",
      text: "They wait for our decision.",
      topics: ["discount", "Daughter's exams", "Discount"],
      minutes: "14",
      promises: [
        { side: "ours" as const, text: "send the calculation", dueOn: "2026-11-26" },
        { side: "theirs" as const, text: "order for December", dueOn: "2026-11-20" },
      ],
    });
    granted(await house.send(logTouch, written));
    const { heard, state, story } = await page();
    expect(heard.talk).toMatchObject({
      subject: "Volume discount",
      minutes: 14,
      author: "Anna",
      onDay: TODAY,
      contacts: [{ name: "Irina Vlasova" }, { name: "Pyotr Guy" }],
    });
    expect(heard.talk?.topics.map((topic) => topic.toLowerCase())).toEqual(["discount", "daughter's exams"]);
    expect(heard.effort).toEqual({ minutes: 14, touches: 1, people: 2, known: 2 });
    expect(heard.promises.map(({ side, late }) => [side, late])).toEqual([
      ["theirs", 3],
      ["ours", 0],
    ]);
    expect(state).toMatchObject({ days: 0, cadence: 14, dueOn: "2026-12-07", overdue: false, touches: 1 });
    // A call is no meeting at the top, though an executive answered it.
    expect(state?.executive).toMatchObject({ lastOn: null, overdue: true });
    expect(state?.people.map(({ name, days }) => [name, days])).toEqual([
      ["Irina Vlasova", 0],
      ["Pyotr Guy", 0],
    ]);
    expect(story.ahead.map(({ title, text }) => `${title} ${text}`)).toEqual(["We promised: send the calculation"]);
    expect(story.past.map(({ source, title }) => [source, title])).toEqual([
      ["talks", "Call: Irina Vlasova, Pyotr Guy"],
      ["promises", "They promised:"],
      ["team", "Now responsible"],
    ]);
  });

  test("R4 of tomorrow or of later today is refused: only what happened is contact", async () => {
    house.sit(anna);
    const tomorrow = await house.send(logTouch, form({ day: "2026-11-24" }));
    expect(tomorrow).toMatchObject({ ok: false, fields: { day: "date-in-future" } });
    const row = {
      client_id: client,
      kind: "call",
      author_id: anna.member,
      happened_at: "2026-11-25T10:00:00Z",
      on_day: "2026-11-25",
    };
    const inContext = "select set_config('app.today', $1, false)";
    await house.rows(inContext, [TODAY]);
    await expect(house.row("touch", row)).rejects.toThrow("date-in-future");
    await house.rows(inContext, [""]);
  });

  test("R4 the database counts by the rule of lib/domain/cadence, and the roll-up follows every change", async () => {
    const own = await house.client("Counted", anna);
    const cases = touchKinds.flatMap((kind) =>
      touchDirections.flatMap((direction) => [true, false].map((answered) => ({ kind, direction, answered }))),
    );
    for (const [at, of] of cases.entries()) {
      const day = `2026-10-${String(at + 1).padStart(2, "0")}`;
      await house.row("touch", {
        client_id: own,
        author_id: anna.member,
        happened_at: `${day}T10:00:00Z`,
        on_day: day,
        ...(of.kind === "note" ? { subject: "note" } : {}),
        ...of,
      });
    }
    const counted = cases.flatMap((one, at) =>
      countsAsTouch(one) ? [`2026-10-${String(at + 1).padStart(2, "0")}`] : [],
    );
    expect(await rollUp(own)).toEqual({ last_on: counted.at(-1), touches: String(counted.length) });
    await house.rows("update touch set deleted_at = now() where client_id = $1 and on_day = $2", [own, counted.at(-1)]);
    expect(await rollUp(own)).toEqual({ last_on: counted.at(-2), touches: String(counted.length - 1) });
    await house.rows("delete from touch where client_id = $1", [own]);
    expect(await rollUp(own)).toEqual({ last_on: null, touches: "0" });
  });

  test("R4 is edited by its author alone; a stale edit is a conflict with both sides", async () => {
    house.sit(anna);
    const { id } = granted(await house.send(logTouch, form({ subject: "first" })));
    granted(await house.send(editTouch, { ...form({ subject: "second" }), id, version: 1 }));
    const stale = await house.send(editTouch, { ...form({ subject: "third" }), id, version: 1 });
    expect(stale).toMatchObject({ code: "conflict", values: { theirs: { subject: "second" }, version: 2 } });
    house.sit(lead);
    expect(codeOf(await house.send(editTouch, { ...form({ subject: "mine" }), id, version: 2 }))).toBe("forbidden");
    house.sit(boris);
    expect(codeOf(await house.send(editTouch, { ...form({ subject: "mine" }), id, version: 2 }))).toBe("not-found");
  });

  test("R4 is thrown away and taken back; for good after thirty days", async () => {
    house.sit(anna);
    const { id } = granted(await house.send(logTouch, form({ subject: "mistake" })));
    const before = await rollUp(client);
    granted(await house.send(binTouch, { id, clientId: client, deleted: true }));
    const { bin, story } = await page();
    expect(bin.map(({ text }) => text)).toContain("mistake");
    expect(story.past.map(({ text }) => text)).not.toContain("mistake");
    expect(await rollUp(client)).not.toEqual(before);
    granted(await house.send(binTouch, { id, clientId: client, deleted: false }));
    expect(await rollUp(client)).toEqual(before);
    granted(await house.send(binTouch, { id, clientId: client, deleted: true }));
    const there = () => house.rows("select from touch where id = $1", [id]);
    await house.rows("select app.empty_touch_bin()", []);
    expect(await there()).toHaveLength(1);
    await house.rows("update touch set deleted_at = now() - interval '31 days' where id = $1", [id]);
    await house.rows("select app.empty_touch_bin()", []);
    expect(await there()).toHaveLength(0);
  });

  test("R84 another book's client, contact and touch are not found, and an auditor writes nothing", async () => {
    house.sit(anna);
    const theirs = await contact(house, strange, "Stranger");
    expect(codeOf(await house.send(logTouch, form({ clientId: strange })))).toBe("not-found");
    expect(codeOf(await house.send(logTouch, form({ contactIds: [theirs] })))).toBe("not-found");
    expect(codeOf(await house.send(openTouchForm, { clientId: strange, touchId: null, locale: "en" }))).toBe(
      "not-found",
    );
    const found = granted(await house.send(searchTouchClients, { query: "" }));
    expect(found.map(({ label }) => label).sort()).toEqual(["Counted", "Zarya"]);
    house.sit(auditor);
    expect(codeOf(await house.send(logTouch, form()))).toBe("forbidden");
  });
});

describe("a promise", () => {
  test("R26 is kept in one tap, told in the timeline, and opened again by the undo", async () => {
    house.sit(anna);
    const input = { clientId: client, side: "ours" as const, text: "bring samples", dueOn: "2026-11-10" };
    const { id } = granted(await house.send(makePromise, input));
    const ours = async () => (await page(client, "promises")).story.past.find(({ text }) => text === input.text);
    expect(await ours()).toMatchObject({ mark: "late", day: "2026-11-10", badge: { text: "13 days late" } });
    expect(granted(await house.send(setPromise, { id, clientId: client, status: "kept" }))).toEqual({ was: "open" });
    expect(await ours()).toMatchObject({ day: TODAY, badge: { text: "kept", tone: "green" } });
    granted(await house.send(setPromise, { id, clientId: client, status: "open" }));
    expect(await ours()).toMatchObject({ day: "2026-11-10" });
    house.sit(boris);
    expect(codeOf(await house.send(setPromise, { id, clientId: client, status: "kept" }))).toBe("not-found");
    expect(codeOf(await house.send(setPromise, { id: randomUUID(), clientId: client, status: "kept" }))).toBe(
      "not-found",
    );
  });
});

describe("the cadence of a tier", () => {
  test("R16 is the admin's to change, and every clock follows", async () => {
    house.sit(admin);
    granted(await house.send(setCadence, { tier: "B", days: "21", executiveDays: "180", version: 1 }));
    const stale = await house.send(setCadence, { tier: "B", days: "20", executiveDays: "", version: 1 });
    expect(stale).toMatchObject({ code: "conflict", values: { theirs: { days: 21, version: 2 } } });
    expect(await house.send(setCadence, { tier: "C", days: "0", executiveDays: "", version: 1 })).toMatchObject({
      fields: { days: "not-a-number" },
    });
    expect(await house.send(setCadence, { tier: "C", days: "91", executiveDays: "731", version: 1 })).toMatchObject({
      fields: { executiveDays: "not-a-number" },
    });
    const own = await house.client("Rhythm", anna, { tier: "B" });
    house.sit(anna);
    expect((await page(own)).state).toMatchObject({ cadence: 21, executive: { cadence: 180 }, overdue: true });
    expect(codeOf(await house.send(setCadence, { tier: "B", days: "1", executiveDays: "", version: 2 }))).toBe(
      "forbidden",
    );
  });
});
