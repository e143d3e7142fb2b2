import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import { binTouch, editTouch, logTouch, openTouchForm } from "@/lib/features/touches/actions";
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
let client: string;
let irina: string;

const form = (fields: object = {}) => touchForm(client, fields);
const page = (of: string) => loadClientTimeline(of, { kind: null, before: null }, "en");

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Anna", "kam");
  boris = await house.person("Boris", "kam");
  lead = await house.person("Lead", "lead");
  admin = await house.person("Admin", "admin");
  await house.team("North", lead, anna);
  client = await house.client("Zarya", anna, { tier: "A" });
  irina = await contact(house, client, "Irina Vlasova", { is_key: true });
});
afterAll(() => house.close());

describe("a private note", () => {
  const secret = "their director is about to leave";

  test("R84 is its author's alone: not the lead's, not the admin's, not the next owner's", async () => {
    const own = await house.client("Handed over", anna, { tier: "B" });
    const director = await contact(house, own, "Director");
    house.sit(anna);
    const note = form({
      clientId: own,
      kind: "note",
      subject: secret,
      private: true,
      contactIds: [director],
      minutes: "5",
    });
    const { id } = granted(await house.send(logTouch, note));
    granted(await house.send(logTouch, form({ clientId: own, kind: "note", subject: "for everybody" })));
    const seenBy = async (who: Person) => {
      house.sit(who);
      const { story, bin, heard } = await page(own);
      return { said: JSON.stringify([story, bin, heard]).includes(secret), minutes: heard.effort.minutes };
    };
    expect(await seenBy(anna)).toEqual({ said: true, minutes: 5 });
    expect(await seenBy(lead)).toEqual({ said: false, minutes: 0 });
    expect(await seenBy(admin)).toEqual({ said: false, minutes: 0 });
    house.sit(admin);
    expect(codeOf(await house.send(openTouchForm, { clientId: null, touchId: id, locale: "en" }))).toBe("not-found");
    expect(codeOf(await house.send(binTouch, { id, clientId: own, deleted: true }))).toBe("not-found");
    await house.rows("update assignment set ends_on = $2 where client_id = $1", [own, TODAY]);
    await house.assign(own, boris, { starts_on: TODAY });
    expect(await seenBy(boris)).toEqual({ said: false, minutes: 0 });
    house.sit(boris);
    expect((await page(own)).story.past.map(({ text }) => text)).toContain("for everybody");
    const audit = await house.rows<{ changes: object }>("select changes from audit_entry where client_id = $1", [own]);
    expect(audit.length).toBeGreaterThan(0);
    expect(JSON.stringify(audit)).not.toContain(secret);
  });

  test("R84 turned private later takes its people along out of sight", async () => {
    house.sit(anna);
    const note = form({ kind: "note", subject: "open first", contactIds: [irina] });
    const { id } = granted(await house.send(logTouch, note));
    granted(await house.send(editTouch, { ...note, private: true, id, version: 1 }));
    const hidden = await house.rows<{ private_to: string }>(
      "select private_to from touch_contact where touch_id = $1",
      [id],
    );
    expect(hidden).toEqual([{ private_to: anna.member }]);
  });

  test("R84 can only be a note, says something and promises nothing", async () => {
    house.sit(anna);
    const faults = async (fields: object) => {
      const result = await house.send(logTouch, form(fields));
      return result.ok ? {} : result.fields;
    };
    expect(await faults({ private: true })).toEqual({ private: "private-note-only" });
    expect(await faults({ kind: "note" })).toEqual({ text: "required" });
    const promise = { side: "ours" as const, text: "call", dueOn: TODAY };
    expect(await faults({ kind: "note", subject: "x", private: true, promises: [promise] })).toEqual({
      promises: "private-no-promises",
    });
    expect(await faults({ time: "25:00", minutes: "many", promises: [{ ...promise, text: " " }] })).toEqual({
      time: "not-a-time",
      minutes: "not-a-number",
      "promises.0.text": "required",
    });
  });
});
