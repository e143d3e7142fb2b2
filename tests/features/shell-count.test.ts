import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { loadShell } from "@/lib/features/shell/queries";
import { House, type Person } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
const who: Record<string, Person> = {};

beforeAll(async () => {
  house = await House.open();
  for (const name of ["anna", "boris", "far"]) who[name] = await house.person(name, "kam");
  who.lead = await house.person("lead", "lead");
  who.director = await house.person("director", "director");
  const { anna, boris, far, lead } = who as Record<"anna" | "boris" | "far" | "lead", Person>;
  await house.team("North", lead, anna, boris);
  for (const name of ["one", "two", "three"]) await house.client(name, anna);
  await house.client("boris's", boris);
  const deputised = await house.client("far's", far);
  await house.assign(deputised, anna, { role: "deputy", starts_on: "2020-01-01" });
  await house.client("nobody's", null);
  const left = await house.client("left", null);
  await house.assign(left, anna, { ends_on: "2026-01-01" });
  await house.assign(left, boris, { starts_on: "2026-01-01" });
  const gone = await house.client("put away", anna);
  await house.owner.query("update client set archived_at = now() where tenant_id = $1 and id = $2", [
    house.company,
    gone,
  ]);
});
afterAll(() => house.close());

// anna: three of her own and the one she stands in for; the lead: hers and boris's two; the director: everybody's and nobody's.
it.each([
  ["anna", 4],
  ["boris", 2],
  ["far", 1],
  ["lead", 5],
  ["director", 7],
])("R84 the count beside the book is that of %s's clients without those put away: %i", async (name, count) => {
  house.sit(who[name] as Person);
  const { places } = await loadShell();
  expect(places.find(({ count: of }) => of === "book")?.value).toBe(count);
});
