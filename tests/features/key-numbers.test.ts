import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { sessionHash } from "@/lib/access/caller";
import type { Scope } from "@/lib/access/scope";
import { asMember } from "@/lib/access/transaction";
import { loadClient, loadClientBusiness } from "@/lib/features/clients/queries";
import {
  addNumberKind,
  archiveNumberKind,
  confirmNumber,
  editNumberKind,
  orderNumberKinds,
  removeNumber,
  setNumber,
} from "@/lib/features/numbers/actions";
import { loadNumberKinds } from "@/lib/features/numbers/queries";
import { listStaleNumbers } from "@/lib/features/numbers/queries/stale";
import { codeOf, granted, House, TODAY } from "./assignments-house";
import { contact } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const kam = await house.person("Anna", "kam");
const other = await house.person("Boris", "kam");

const kindOf = async (key: string) => {
  const [row] = await house.rows<{ id: string }>("select id from number_kind where tenant_id = $1 and key = $2", [
    house.company,
    key,
  ]);
  return row?.id ?? "";
};
const [days, limit] = [await kindOf("payment_days"), await kindOf("credit_limit")];

const value = (clientId: string, kindId: string, typed: string, more = {}) => ({
  ...{ clientId, kindId, typed, after: "", currency: "RUB" as const, asOf: TODAY },
  ...{ source: "document" as const, contactId: "", sourceNote: "contract 118", ...more },
});
const numberOf = async (clientId: string, kindId: string) =>
  (await loadClientBusiness(clientId)).numbers.find((number) => number.kindId === kindId);
const asked = async <T>(run: (scope: Scope) => Promise<T>) =>
  asMember({ name: "test", ability: "client:read", mode: "read", session: await sessionHash(), request: "" }, run);

beforeEach(() => house.sit(kam));
afterAll(() => house.close());

test("R28 a company starts with the numbers that every KAM must know, in both languages", async () => {
  house.sit(admin);
  const kinds = await loadNumberKinds();
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.every(({ nameRu, nameEn }) => nameRu && nameEn)).toBe(true);
  expect(kinds.filter(({ inHeader }) => inHeader).length).toBeGreaterThan(3);
});

test("R28 a number keeps its history, says who told it, and the header shows the latest with its age", async () => {
  const client = await house.client("Zarya", kam);
  const person = await contact(house, client, "Irina Vlasova");
  const first = granted(await house.send(setNumber, value(client, days, "7", { asOf: "2025-02-01" }))).id;
  const said = { after: first, asOf: "2026-11-09", source: "person", contactId: person, sourceNote: "" };
  granted(await house.send(setNumber, value(client, days, "14", said)));
  const number = await numberOf(client, days);
  expect(number?.latest).toMatchObject({ figure: "14", contactName: "Irina Vlasova", by: "Anna" });
  expect(number?.history.map(({ figure }) => figure)).toEqual(["14", "7"]);
  const { client: view } = await loadClient(client);
  expect(view.numbers).toMatchObject([
    {
      ...{ kindId: days, figure: "14", freshness: { state: "fresh", ageDays: 14 } },
      ...{ source: "person", contactName: "Irina Vlasova", by: "Anna", confirms: false },
    },
  ]);
});

test("R28 marks a key number stale after its half-life; one tap confirms it with today's day and the person's name", async () => {
  const client = await house.client("Old news", kam);
  const old = granted(await house.send(setNumber, value(client, limit, "1 200 000", { asOf: "2026-01-01" }))).id;
  expect((await numberOf(client, limit))?.freshness).toMatchObject({ state: "stale", ageDays: 326 });
  expect((await loadClient(client)).steps).toContainEqual({ kind: "number", names: ["Кредитный лимит"] });
  const stale = await asked((scope) => listStaleNumbers(scope, { of: "mine" }));
  expect(stale).toMatchObject([{ clientId: client, id: old, minor: "120000000", ageDays: 326, halfLifeDays: 180 }]);
  granted(await house.send(confirmNumber, { clientId: client, id: old }));
  const number = await numberOf(client, limit);
  expect(number).toMatchObject({
    freshness: { state: "fresh" },
    latest: { minor: "120000000", asOf: TODAY, confirms: true, by: "Anna" },
  });
  expect(number?.history).toHaveLength(2);
  expect(await asked((scope) => listStaleNumbers(scope, { of: "mine" }))).toEqual([]);
});

test("R28 a confirmation can be taken back, and put back", async () => {
  const client = await house.client("Undo", kam);
  const old = granted(await house.send(setNumber, value(client, days, "30", { asOf: "2024-01-01" }))).id;
  const made = granted(await house.send(confirmNumber, { clientId: client, id: old })).id;
  granted(await house.send(removeNumber, { clientId: client, id: made, removed: true }));
  expect((await numberOf(client, days))?.latest).toMatchObject({ id: old, asOf: "2024-01-01" });
  granted(await house.send(removeNumber, { clientId: client, id: made, removed: false }));
  expect((await numberOf(client, days))?.latest?.id).toBe(made);
});

test("R28 two people at once: the second is shown the first one's value, and nothing is overwritten", async () => {
  const client = await house.client("Race", kam);
  granted(await house.send(setNumber, value(client, days, "14")));
  const late = await house.send(setNumber, value(client, days, "21"));
  expect(late).toMatchObject({ ok: false, code: "conflict", values: { theirs: { figure: "14" } } });
  expect((await numberOf(client, days))?.history).toHaveLength(1);
});

test.each([
  ["soon", days, {}, { typed: "not-a-number" }],
  ["14.5", days, {}, { typed: "not-whole" }],
  ["", limit, {}, { typed: "required" }],
  ["5", days, { asOf: "2026-11-24" }, { asOf: "date-in-future" }],
  ["5", days, { source: "person", sourceNote: "" }, { contactId: "required" }],
])("R28 refuses %s with a word at its field", async (typed, kind, more, fields) => {
  const client = await house.client(`Bad ${randomUUID()}`, kam);
  expect(await house.send(setNumber, value(client, kind, typed, more))).toMatchObject({ ok: false, fields });
});

test("R28 only the owner's own numbers are called stale, and a colleague's client is not there", async () => {
  const client = await house.client("Theirs", other);
  house.sit(other);
  const old = granted(await house.send(setNumber, value(client, days, "5", { asOf: "2020-01-01" }))).id;
  house.sit(kam);
  expect(await asked((scope) => listStaleNumbers(scope, { of: "reach" }))).toEqual([]);
  expect(codeOf(await house.send(confirmNumber, { clientId: client, id: old }))).toBe("not-found");
  house.sit(admin);
  expect(await asked((scope) => listStaleNumbers(scope, { of: "mine" }))).toEqual([]);
  expect(await asked((scope) => listStaleNumbers(scope, { of: "reach" }))).toHaveLength(1);
});

test("R28 the admin words, orders and archives the kinds; a unit stays once a client has a value", async () => {
  const client = await house.client("Kinds", kam);
  granted(await house.send(setNumber, value(client, days, "5")));
  house.sit(admin);
  const form = {
    ...{ nameRu: "Склады", nameEn: "", topic: "logistics" as const, unit: "pieces" as const },
    ...{ measureRu: "шт.", measureEn: "", halfLifeDays: "90", inHeader: true },
  };
  const id = granted(await house.send(addNumberKind, form)).id;
  expect(await house.send(addNumberKind, form)).toMatchObject({ ok: false, fields: { nameRu: "name-taken" } });
  const kinds = await loadNumberKinds();
  const kind = kinds.find(({ kindId }) => kindId === days);
  const changed = { ...form, nameRu: "Отсрочка", nameEn: "Terms", unit: "money" as const, id: days };
  expect(await house.send(editNumberKind, { ...changed, version: kind?.version ?? 0 })).toMatchObject({
    fields: { unit: "unit-in-use" },
  });
  granted(
    await house.send(orderNumberKinds, { ids: [id, ...kinds.map(({ kindId }) => kindId).filter((one) => one !== id)] }),
  );
  expect((await loadNumberKinds())[0]?.kindId).toBe(id);
  const version = (await loadNumberKinds())[0]?.version ?? 0;
  granted(await house.send(archiveNumberKind, { id, version, archived: true }));
  house.sit(kam);
  expect(await numberOf(client, id)).toBeUndefined();
});
