import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadClient } from "@/lib/features/clients/queries";
import { createContact, updateContact } from "@/lib/features/contacts/actions";
import { contactForm } from "@/lib/features/contacts/schema";
import { granted, House, type Person } from "./assignments-house";
import { emptyContact } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
});
afterAll(() => house.close());

test("R16 a key person has a rhythm of touches of their own, or that of the client", async () => {
  house.sit(anna);
  const calm = await house.client("Спокойная", anna, { tier: "B" });
  const at = (name: string, cadenceDays: string) =>
    house.send(createContact, { ...emptyContact, clientId: calm, name, isKey: true, cadenceDays });
  const weekly = granted(await at("Еженедельный", "7")).id;
  const asAll = granted(await at("Как все", "")).id;
  for (const contact of [weekly, asAll]) {
    const talk = await house.row("touch", {
      ...{ client_id: calm, kind: "call", author_id: anna.member },
      ...{ happened_at: "2026-11-10T09:00Z", on_day: "2026-11-10" },
    });
    await house.rows("insert into touch_contact (tenant_id, client_id, touch_id, contact_id) values ($1, $2, $3, $4)", [
      house.company,
      calm,
      talk,
      contact,
    ]);
  }
  const { touch, steps, contacts } = await loadClient(calm);
  expect(touch?.overdue).toBe(false);
  expect(touch?.people).toMatchObject([
    { contactId: weekly, cadence: 7, days: 13, dueOn: "2026-11-17", overdue: true, late: 6 },
    { contactId: asAll, cadence: 30, dueOn: "2026-12-10", overdue: false },
  ]);
  expect(steps).toContainEqual({ kind: "person", name: "Еженедельный", days: 13, cadence: 7, late: 6 });
  const known = contacts.find(({ id }) => id === weekly);
  const edit = { ...contactForm(calm, known), id: weekly, version: known?.version ?? 0 };
  expect(await house.send(updateContact, { ...edit, cadenceDays: "0" })).toMatchObject({
    fields: { cadenceDays: "not-a-number" },
  });
  granted(await house.send(updateContact, { ...edit, cadenceDays: "" }));
  expect((await loadClient(calm)).touch?.people).toMatchObject([{ cadence: 30 }, { cadence: 30 }]);
});
