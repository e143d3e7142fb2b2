import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { createAddress, updateAddress } from "@/lib/features/addresses/actions";
import { loadClient, loadClientBusiness, loadClientPeople } from "@/lib/features/clients/queries";
import { addFact, editFact, removeFact, setTie } from "@/lib/features/contacts/actions";
import { createNeed, removeNeed, updateNeed } from "@/lib/features/needs/actions";
import { createPartner, createPartnerPerson, linkPartner, removeLink } from "@/lib/features/partners/actions";
import { loadPartner } from "@/lib/features/partners/queries";
import {
  addQuestion,
  answerQuestion,
  archiveQuestion,
  confirmAnswers,
  editQuestion,
} from "@/lib/features/profile/actions";
import { loadQuestions } from "@/lib/features/profile/queries";
import { codeOf, granted, House, TODAY } from "./assignments-house";
import { contact } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const lead = await house.person("Lead", "lead");
const kam = await house.person("Anna", "kam");
const other = await house.person("Boris", "kam");
await house.team("Team", lead, kam);

beforeEach(() => house.sit(kam));
afterAll(() => house.close());

const profileOf = async (clientId: string) => (await loadClientBusiness(clientId)).profile;

test("R7 answers are filled, confirmed by and on, and an outdated one is asked again", async () => {
  const client = await house.client("Profile", kam);
  const { rows, state } = await profileOf(client);
  expect(state).toMatchObject({ filled: 0, percent: 0 });
  const text = rows.find(({ kind }) => kind === "text");
  const choice = rows.find(({ kind }) => kind === "choice");
  const number = rows.find(({ kind }) => kind === "number");
  const answer = (row: typeof text, said: string, version = 0) =>
    house.send(answerQuestion, { clientId: client, questionId: row?.id ?? "", version, answer: said });
  granted(await answer(text, " Bread "));
  granted(await answer(choice, choice?.choices[0]?.key ?? ""));
  expect(await answer(number, "many")).toMatchObject({ fields: { answer: "not-a-number" } });
  granted(await answer(number, "6"));
  await house.rows(
    "update profile_answer set confirmed_on = '2020-01-01' where client_id = $1 and figure is not null",
    [client],
  );
  const filled = await profileOf(client);
  expect(filled.state).toMatchObject({ filled: 3, stale: 1, confirmedOn: TODAY });
  expect(filled.rows.find(({ id }) => id === text?.id)).toMatchObject({ said: "Bread", confirmedBy: "Anna" });
  granted(await house.send(confirmAnswers, { clientId: client, questionIds: [number?.id ?? ""] }));
  expect((await profileOf(client)).state.stale).toBe(0);
  granted(await answer(text, "", 1));
  expect((await profileOf(client)).state.filled).toBe(2);
});

test("R7 two answers at once: the second sees the first", async () => {
  const client = await house.client("Two", kam);
  const question = (await profileOf(client)).rows[0]?.id ?? "";
  const answer = (said: string) =>
    house.send(answerQuestion, { clientId: client, questionId: question, version: 0, answer: said });
  granted(await answer("first"));
  expect(await answer("second")).toMatchObject({ code: "conflict", values: { theirs: "first", version: 1 } });
});

test("R7 the admin asks a question; its chosen answers stay while a client has them", async () => {
  house.sit(admin);
  const choices = [
    { key: "", ru: "Да", en: "Yes" },
    { key: "", ru: "Нет", en: "No" },
  ];
  const form = { section: "channels" as const, textRu: "Есть ли сайт?", textEn: "", kind: "choice" as const };
  const asked = { ...form, halfLifeDays: "365" };
  expect(await house.send(addQuestion, { ...asked, choices: [] })).toMatchObject({
    fields: { choices: "too-few-choices" },
  });
  const id = granted(await house.send(addQuestion, { ...asked, choices })).id;
  const made = (await loadQuestions()).find((question) => question.id === id);
  const client = await house.client("Asked", kam);
  house.sit(kam);
  const key = made?.choices[0]?.key ?? "";
  granted(await house.send(answerQuestion, { clientId: client, questionId: id, version: 0, answer: key }));
  house.sit(admin);
  const kept = (made?.choices ?? []).map((one) => ({ key: one.key, ru: one.ru ?? "", en: one.en ?? "" }));
  const without = [...kept.slice(1), { key: "", ru: "Скоро", en: "Soon" }];
  const edit = { ...asked, id, version: made?.version ?? 0 };
  expect(await house.send(editQuestion, { ...edit, choices: without })).toMatchObject({
    fields: { choices: "in-use" },
  });
  granted(await house.send(archiveQuestion, { id, version: made?.version ?? 0, archived: true }));
  house.sit(kam);
  expect((await profileOf(client)).rows.map((row) => row.id)).not.toContain(id);
});

test("R27 a need goes from its source to our offer and to its end, and can be brought back", async () => {
  const client = await house.client("Needs", kam);
  const person = await contact(house, client, "Irina");
  const form = {
    ...{ clientId: client, kind: "pain" as const, title: "Late lorries", detail: "", contactId: person },
    ...{ raisedOn: "2026-11-01", status: "open" as const, offer: "", dropReason: "" },
  };
  const id = granted(await house.send(createNeed, form)).id;
  expect((await loadClient(client)).steps).toContainEqual({ kind: "need", id, title: "Late lorries", count: 1 });
  const offered = { ...form, id, version: 1, status: "offered" as const };
  expect(await house.send(updateNeed, offered)).toMatchObject({ fields: { offer: "required" } });
  granted(await house.send(updateNeed, { ...offered, offer: "Night delivery" }));
  expect(await house.send(updateNeed, { ...offered, offer: "Another" })).toMatchObject({
    code: "conflict",
    values: { theirs: { offer: "Night delivery" }, version: 2 },
  });
  const dropped = { ...offered, version: 2, offer: "Night delivery", status: "dropped" as const };
  expect(await house.send(updateNeed, dropped)).toMatchObject({ fields: { dropReason: "required" } });
  granted(await house.send(updateNeed, { ...dropped, dropReason: "too dear" }));
  expect((await loadClientBusiness(client)).needs).toMatchObject([
    { status: "dropped", contactName: "Irina", offeredOn: TODAY, closedOn: TODAY, dropReason: "too dear", by: "Anna" },
  ]);
  granted(await house.send(removeNeed, { id, clientId: client, removed: true }));
  expect((await loadClientBusiness(client)).needs).toEqual([]);
  granted(await house.send(removeNeed, { id, clientId: client, removed: false }));
  expect((await loadClientBusiness(client)).needs).toHaveLength(1);
});

test("R27 a source must be a person of the same client", async () => {
  const client = await house.client("Mine", kam);
  const stranger = await contact(house, await house.client("Second", kam), "Pyotr");
  const form = { clientId: client, kind: "need" as const, title: "X", detail: "", contactId: stranger };
  const rest = { raisedOn: TODAY, status: "open" as const, offer: "", dropReason: "" };
  expect(codeOf(await house.send(createNeed, { ...form, ...rest }))).toBe("not-found");
});

test("R31 an address says when deliveries are taken, and hours that overlap are refused where they stand", async () => {
  const client = await house.client("Gate", kam);
  const slot = { days: [1, 2], from: "09:00", to: "12:00" };
  const form = { clientId: client, kind: "delivery" as const, name: "", place: "Gate 3", contactId: "", terms: "" };
  expect(await house.send(createAddress, { ...form, slots: [slot, { ...slot, from: "11:00" }] })).toMatchObject({
    fields: { "slots.1": "slot-overlap" },
  });
  const id = granted(await house.send(createAddress, { ...form, slots: [slot] })).id;
  granted(await house.send(updateAddress, { ...form, id, version: 1, slots: [slot], terms: "a pass" }));
  expect(await house.send(updateAddress, { ...form, id, version: 1, slots: [] })).toMatchObject({ code: "conflict" });
  expect((await loadClientBusiness(client)).addresses).toMatchObject([
    { place: "Gate 3", terms: "a pass", slots: [slot] },
  ]);
});

test("R41 levels are covered by who of ours knows whom; a gap is something to do", async () => {
  const client = await house.client("Levels", kam);
  const boss = await contact(house, client, "Boss", { level: "executive" });
  await contact(house, client, "Clerk", { level: "working" });
  const levels = async () => (await loadClientPeople(client)).coverage?.levels.map(({ state }) => state);
  expect(await levels()).toEqual(["unknown", "missing", "unknown"]);
  const tie = { clientId: client, contactId: boss, memberId: kam.member };
  granted(await house.send(setTie, { ...tie, strength: 1 }));
  granted(await house.send(setTie, { ...tie, strength: 3 }));
  expect(await levels()).toEqual(["covered", "missing", "unknown"]);
  const people = await loadClientPeople(client);
  expect(people.contacts.find(({ id }) => id === boss)?.ties).toEqual([
    { memberId: kam.member, name: "Anna", strength: 3 },
  ]);
  expect((await loadClient(client)).steps).toContainEqual({ kind: "level", level: "middle", state: "missing" });
  granted(await house.send(setTie, { ...tie, strength: 0 }));
  expect(await levels()).toEqual(["unknown", "missing", "unknown"]);
});

test("R41 a client that is one human has no levels to cover", async () => {
  const client = await house.client("Somebody", kam, { kind: "person" });
  const { coverage, steps } = await loadClient(client);
  expect(coverage).toBeNull();
  expect(steps.map(({ kind }) => kind)).not.toContain("level");
});

test("R88 what one talks about stays private to its author and who leads them, also after a hand-over, until it is shared", async () => {
  const client = await house.client("Friends", kam);
  await house.assign(client, other, { role: "deputy", ends_on: "2027-06-01" });
  const person = await contact(house, client, "Irina");
  const fact = { clientId: client, contactId: person, kind: "family" as const, content: "a daughter at school" };
  const id = granted(await house.send(addFact, { ...fact, isPrivate: true })).id;
  const seen = async (who: typeof kam) => {
    house.sit(who);
    return (await loadClientPeople(client)).contacts[0]?.facts.map(({ content }) => content);
  };
  expect(await seen(kam)).toEqual(["a daughter at school"]);
  expect(await seen(lead)).toEqual(["a daughter at school"]);
  expect(await seen(other)).toEqual([]);
  expect(await seen(admin)).toEqual([]);
  house.sit(other);
  const edit = { ...fact, id, version: 1, isPrivate: false };
  expect(codeOf(await house.send(editFact, edit))).toBe("not-found");
  house.sit(kam);
  granted(await house.send(editFact, edit));
  expect(await seen(other)).toEqual(["a daughter at school"]);
  expect(await house.send(editFact, { ...edit, version: 2, isPrivate: true })).toMatchObject({
    fields: { isPrivate: "forbidden" },
  });
  granted(await house.send(removeFact, { clientId: client, contactId: person, id, removed: true }));
  expect(await seen(kam)).toEqual([]);
});

test("R10 a partner is the company's, its work for a client is the client's", async () => {
  const client = await house.client("Linked", kam);
  const partner = { name: "Carrier", kind: "logistics" as const, city: "", website: "carrier.example", note: "" };
  const id = granted(await house.send(createPartner, partner)).id;
  expect(await house.send(createPartner, partner)).toMatchObject({ fields: { name: "name-taken" } });
  const person = { partnerId: id, name: "Semyon", jobTitle: "dispatcher", phone: "", email: "", note: "" };
  const personId = granted(await house.send(createPartnerPerson, person)).id;
  const link = { clientId: client, partnerId: id, role: "logistics" as const, personId, note: "" };
  const linked = granted(await house.send(linkPartner, link)).id;
  expect(await house.send(linkPartner, link)).toMatchObject({ code: "already-linked" });
  expect((await loadClientPeople(client)).partners).toMatchObject([{ partnerName: "Carrier", personName: "Semyon" }]);
  house.sit(other);
  expect(await loadPartner(id)).toMatchObject({ people: [{ name: "Semyon" }], clients: [] });
  house.sit(kam);
  expect((await loadPartner(id)).clients).toMatchObject([{ id: client }]);
  granted(await house.send(removeLink, { id: linked, clientId: client, removed: true }));
  expect((await loadClientPeople(client)).partners).toEqual([]);
});
