import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { mergeContacts, undoContactMerge } from "@/lib/features/merges/actions";
import { codeOf, granted } from "./assignments-house";
import { MergeHouse } from "./merges-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: MergeHouse;
beforeAll(async () => {
  house = await MergeHouse.open();
});
afterAll(() => house.close());

describe("13.8 two people of one client become one", () => {
  test("channels, talks and promises name the one who stays; the undo tells them apart again", async () => {
    await house.sit("kam");
    const { ids } = house.own;
    await house.all("update contact set cadence_days = 10 where id = $1", [ids.contact]);
    const before = await house.content();
    const merged = granted(
      await house.send(mergeContacts, { clientId: ids.client, winnerId: ids.contact2, loserId: ids.contact }),
    );
    const [channel] = await house.all<{ contact_id: string }>("select contact_id from contact_channel where id = $1", [
      ids.channel,
    ]);
    expect(channel?.contact_id).toBe(ids.contact2);
    const talks = await house.all<{ contact_id: string }>("select contact_id from touch_contact where touch_id = $1", [
      ids.touch,
    ]);
    expect(talks.map(({ contact_id }) => contact_id)).toEqual([ids.contact2]);
    expect(
      await house.all("select is_key, cadence_days, birthday::text from contact where id = $1", [ids.contact2]),
    ).toEqual([{ is_key: true, cadence_days: 10, birthday: "1980-03-20" }]);
    expect(
      codeOf(await house.send(mergeContacts, { clientId: ids.client, winnerId: ids.contact2, loserId: ids.contact })),
    ).toBe("already-merged");
    granted(await house.send(undoContactMerge, { id: merged.id }));
    expect(await house.content()).toEqual(before);
  });

  test("a person of another client is nobody here", async () => {
    await house.sit("kam");
    const { ids } = house.own;
    const stranger = house.opened.world.otherBook.ids.contact;
    for (const loserId of [stranger, randomUUID()])
      expect(codeOf(await house.send(mergeContacts, { clientId: ids.client, winnerId: ids.contact, loserId }))).toBe(
        "not-found",
      );
  });
});
