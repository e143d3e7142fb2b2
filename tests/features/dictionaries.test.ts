import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { sessionHash } from "@/lib/access/caller";
import { asMember } from "@/lib/access/transaction";
import { addWord, archiveWord, editWord } from "@/lib/features/dictionaries/actions";
import { listIndustries, listRegions, loadDictionary } from "@/lib/features/dictionaries/queries";
import { codeOf, granted, House } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const kam = await house.person("Kam", "kam");
const word = async (of: "industry" | "tag", name: string) => granted(await house.send(addWord, { of, name })).id;

beforeEach(() => house.sit(admin));
afterAll(() => house.close());

test("R19 words are added, renamed and counted; a name is there once", async () => {
  const id = await word("industry", " Food ");
  await house.client("Baker", kam, { industry_id: id });
  expect(codeOf(await house.send(addWord, { of: "industry", name: "Food" }))).toBe("name-taken");
  granted(await house.send(editWord, { of: "industry", id, version: 1, name: "Food and drink" }));
  const { words, counts } = await loadDictionary("industry");
  expect(words.find((one) => one.id === id)).toMatchObject({ name: "Food and drink", clients: 1, version: 2 });
  expect(counts.industry).toBe(words.length);
});

test("R19 two renamings at once: the second is shown both names and loses nothing", async () => {
  const id = await word("tag", "vip");
  granted(await house.send(editWord, { of: "tag", id, version: 1, name: "VIP" }));
  const late = await house.send(editWord, { of: "tag", id, version: 1, name: "key" });
  expect(late).toMatchObject({ ok: false, code: "conflict", values: { theirs: { name: "VIP", version: 2 } } });
  expect((await loadDictionary("tag")).words.map(({ name }) => name)).toContain("VIP");
});

test("R59 a region's zone must be one that clocks know", async () => {
  const known = { of: "region" as const, name: "Omsk", zone: "Asia/Omsk" };
  granted(await house.send(addWord, known));
  const unknown = await house.send(addWord, { ...known, name: "Mars", zone: "Mars/Olympus" });
  expect(unknown).toMatchObject({ ok: false, code: "invalid", fields: { zone: "not-a-zone" } });
});

test("R19 an archived word is no longer offered and stays on its clients; it can be brought back", async () => {
  const id = await word("industry", "Textiles");
  await house.client("Weaver", kam, { industry_id: id });
  const offered = async () => {
    const entry = {
      name: "test",
      ability: "client:read",
      mode: "read",
      session: await sessionHash(),
      request: "",
    } as const;
    return asMember(entry, async (scope) =>
      [...(await listIndustries(scope)), ...(await listRegions(scope))].map((one) => one.id),
    );
  };
  granted(await house.send(archiveWord, { of: "industry", id, version: 1, archived: true }));
  expect(await offered()).not.toContain(id);
  const { words } = await loadDictionary("industry");
  expect(words.find((one) => one.id === id)).toMatchObject({ archived: true, clients: 1 });
  granted(await house.send(archiveWord, { of: "industry", id, version: 2, archived: false }));
  expect(await offered()).toContain(id);
});

test("R84 only an admin edits them, and a word of elsewhere is one that never was", async () => {
  const id = await word("tag", "own");
  house.sit(kam);
  expect(codeOf(await house.send(editWord, { of: "tag", id, version: 1, name: "mine" }))).toBe("forbidden");
  await expect(loadDictionary("tag")).rejects.toThrow("not-found");
  house.sit(admin);
  expect(codeOf(await house.send(editWord, { of: "tag", id: randomUUID(), version: 1, name: "x" }))).toBe("not-found");
});
