import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  assignClients,
  endAssignment,
  findReceivers,
  previewTransfer,
  undoTransfer,
} from "@/lib/features/assignments/actions";
import { loadAssignments, loadHolder } from "@/lib/features/assignments/queries";
import { holderFilter } from "@/lib/features/assignments/schema";
import { updateClient } from "@/lib/features/clients/actions";
import { loadClient } from "@/lib/features/clients/queries";
import { codeOf, granted, House, MONDAY, type Person, TODAY } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const lead = await house.person("Lead", "lead");
const anna = await house.person("Anna", "kam");
const boris = await house.person("Boris", "kam");
const stranger = await house.person("Stranger", "kam");
await house.team("North", lead, anna, boris);
const filter = holderFilter.parse({});
let client: string;

beforeEach(async () => {
  process.env.GRANGE_TODAY = TODAY;
  client = await house.client("Client", anna);
  house.sit(admin);
});
afterAll(() => house.close());

const blank = { role: "primary" as const, to: null, on: TODAY, until: null, share: null, reason: null };
const give = (order: object) => house.send(assignClients, { ...blank, clients: [client], ...order });

async function sees(person: Person, day: string): Promise<boolean> {
  process.env.GRANGE_TODAY = day;
  house.sit(person);
  const seen = await loadClient(client).then(
    () => true,
    () => false,
  );
  process.env.GRANGE_TODAY = TODAY;
  house.sit(admin);
  return seen;
}

describe("R4 a deputy", () => {
  const deputy = { role: "deputy", to: stranger.member, on: MONDAY, until: "2026-12-07" };

  test("R4 sees and edits the client from the first day to the last, and on no other", async () => {
    granted(await give(deputy));
    const days = ["2026-11-29", MONDAY, "2026-12-06", "2026-12-07"];
    const seen: boolean[] = [];
    for (const day of days) seen.push(await sees(stranger, day));
    expect(seen).toEqual([false, true, true, false]);

    const form = {
      id: client,
      version: 1,
      kind: "company" as const,
      name: "Renamed",
      legalName: "",
      inn: "",
      kpp: "",
      ogrn: "",
    };
    const rest = {
      industryId: "",
      regionId: "",
      city: "",
      zone: "",
      website: "",
      tier: "" as const,
      workMode: "mixed" as const,
    };
    const edit = { ...form, ...rest, since: "", note: "", tagIds: [] };
    house.sit(stranger);
    expect(codeOf(await house.send(updateClient, edit))).toBe("not-found");
    process.env.GRANGE_TODAY = MONDAY;
    expect(codeOf(await house.send(updateClient, edit))).toBe("ok");
  });

  test("R4 sees nothing once nobody owns the client, and a client without an owner gets no deputy", async () => {
    granted(await give(deputy));
    granted(await give({ on: "2026-12-01" }));
    expect([await sees(stranger, MONDAY), await sees(stranger, "2026-12-01")]).toEqual([true, false]);
    expect([await sees(admin, "2026-12-01"), await sees(lead, "2026-12-01")]).toEqual([true, false]);
    expect(codeOf(await give({ ...deputy, to: boris.member, on: "2026-12-01" }))).toBe("no-owner");
  });

  test("R4 ends earlier when told so, which can be taken back", async () => {
    granted(await give({ ...deputy, on: TODAY }));
    const before = await house.assignments(client);
    const [row] = await house.rows<{ id: string }>(
      "select id from assignment where client_id = $1 and role = 'deputy'",
      [client],
    );
    const { transfer } = granted(await house.send(endAssignment, { assignment: row?.id ?? "", on: "2026-11-25" }));
    expect([await sees(stranger, "2026-11-24"), await sees(stranger, "2026-11-25")]).toEqual([true, false]);
    granted(await house.send(undoTransfer, { transfer }));
    expect(await house.assignments(client)).toEqual(before);
  });
});

describe("R84 a lead", () => {
  test("R84 moves the team's clients inside the team, and takes that back", async () => {
    house.sit(lead);
    const before = await house.assignments(client);
    const { transfer } = granted(await give({ to: boris.member }));
    expect(await house.owners([client], TODAY)).toEqual([boris.member]);
    granted(await house.send(undoTransfer, { transfer }));
    expect(await house.assignments(client)).toEqual(before);
  });

  test("R84 gives nothing to anyone outside, who looks the same as nobody", async () => {
    house.sit(lead);
    const before = await house.assignments(client);
    const asked = { clients: [client], role: "primary" as const, on: TODAY, until: null, share: null };
    for (const to of [stranger.member, randomUUID()]) {
      expect(await give({ to })).toEqual({ ok: false, code: "not-found" });
      expect(await house.send(previewTransfer, { ...asked, to })).toEqual({ ok: false, code: "not-found" });
    }
    expect(await house.assignments(client)).toEqual(before);
    const { receivers } = granted(await house.send(findReceivers, { role: "primary" }));
    expect(receivers.map(({ name }) => name)).toEqual(["Anna", "Boris", "Lead"]);
  });

  test("R84 takes no client out of another team, not even where the lead stands in", async () => {
    const theirs = await house.client("Theirs", stranger);
    const order = {
      clients: [theirs],
      role: "primary" as const,
      to: boris.member,
      on: TODAY,
      until: null,
      share: null,
    };
    house.sit(lead);
    expect(await give(order)).toEqual({ ok: false, code: "not-found" });
    expect(await house.send(previewTransfer, order)).toEqual({ ok: false, code: "not-found" });

    await house.assign(theirs, lead, { role: "deputy", starts_on: TODAY, ends_on: "2026-12-31" });
    const plan = granted(await house.send(previewTransfer, order));
    expect(plan.lines.map(({ refused }) => refused)).toEqual(["outside-team"]);
    expect(codeOf(await give(order))).toBe("outside-team");
    const [row] = await house.rows<{ id: string }>(
      "select id from assignment where client_id = $1 and role = 'deputy'",
      [theirs],
    );
    expect(codeOf(await house.send(endAssignment, { assignment: row?.id ?? "", on: TODAY }))).toBe("outside-team");
    expect(await house.owners([theirs], TODAY)).toEqual([stranger.member]);
  });

  test("R84 undoes nobody else's order", async () => {
    const { transfer } = granted(await give({ to: boris.member }));
    house.sit(lead);
    expect(await house.send(undoTransfer, { transfer })).toEqual(
      await house.send(undoTransfer, { transfer: randomUUID() }),
    );
    expect(await house.owners([client], TODAY)).toEqual([boris.member]);
  });

  test("R94 sees in the overview the own team alone, and an admin everyone and what nobody owns", async () => {
    const unowned = await house.client("Nobody's", null);
    house.sit(lead);
    const own = await loadAssignments();
    expect(own.holders.map(({ name }) => name)).toEqual(["Anna", "Boris", "Lead"]);
    expect(own.unowned.total).toBe(0);
    await expect(loadHolder(stranger.member, filter)).rejects.toThrow("not-found");
    await expect(loadHolder(null, filter)).rejects.toThrow("not-found");
    house.sit(admin);
    const all = await loadAssignments();
    expect(all.holders.map(({ name }) => name)).toContain("Stranger");
    expect(all.unowned.clients.map(({ id }) => id)).toContain(unowned);
    expect((await loadHolder(null, filter)).rows.map(({ id }) => id)).toContain(unowned);
  });
});

test("R94 the overview counts owners, deputies and what is ordered ahead, with the order that takes it back", async () => {
  const mine = (await loadAssignments()).holders.find(({ name }) => name === "Anna")?.clients ?? 0;
  const { transfer } = granted(await give({ to: boris.member, on: MONDAY }));
  granted(await give({ role: "deputy", to: stranger.member, on: TODAY, until: "2026-12-01" }));
  const page = await loadAssignments();
  expect(page.holders.find(({ name }) => name === "Anna")?.clients).toBe(mine);
  expect(page.holders.find(({ name }) => name === "Stranger")?.deputy).toBeGreaterThan(0);
  const [ahead] = page.upcoming.filter(({ clients }) => clients.some(({ id }) => id === client));
  expect(ahead).toMatchObject({ on: MONDAY, from: "Anna", to: "Boris", undo: transfer });
  expect(page.ending.map(({ clientId }) => clientId)).toContain(client);
  granted(await house.send(undoTransfer, { transfer }));
  const later = await loadAssignments();
  expect(later.recent.find(({ id }) => id === transfer)).toMatchObject({ undone: true, undoable: false });
});
