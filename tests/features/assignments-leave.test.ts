import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { assignClients, handOverAndRetire, previewLeave, undoTransfer } from "@/lib/features/assignments/actions";
import { loadAssignments } from "@/lib/features/assignments/queries";
import { codeOf, granted, House, MONDAY, type Person, TODAY } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const director = await house.person("Director", "director");
const lead = await house.person("Lead", "lead");
const boris = await house.person("Boris", "kam");
const vera = await house.person("Vera", "kam");
let anna: Person;
let own: [string, string, string];
let other: string;

beforeEach(async () => {
  process.env.GRANGE_TODAY = TODAY;
  anna = await house.person("Anna", "kam");
  await house.team(`Team ${anna.member}`, lead, anna);
  own = [await house.client("One", anna), await house.client("Two", anna), await house.client("Three", anna)];
  other = await house.client("Other", boris);
  await house.assign(other, anna, { role: "deputy", starts_on: "2026-11-01", ends_on: "2026-12-31" });
  await house.assign(own[0], boris, { role: "deputy", starts_on: "2026-11-01", ends_on: "2026-12-31" });
  // Two goes over to Vera on 7 December anyway.
  house.sit(admin);
  const change = { role: "primary" as const, until: null, share: null, reason: null, clients: [own[1]] };
  granted(await house.send(assignClients, { ...change, to: vera.member, on: "2026-12-07" }));
});
afterAll(() => house.close());

const targets = () => ({ [own[0]]: boris.member, [own[1]]: boris.member, [own[2]]: null });
const leave = (more: object = {}) =>
  house.send(handOverAndRetire, { member: anna.member, on: MONDAY, targets: targets(), reason: "leaves", ...more });
const sessions = async (person: Person) =>
  (
    await house.rows(
      `select from identity.session s join identity.membership m on m.person_id = s.person_id
       where m.member_id = $1 and s.revoked_at is null`,
      [person.member],
    )
  ).length;

test("R94 someone leaves: every client goes where it was said, for exactly the days they would have had it; their parts end", async () => {
  const plan = granted(await house.send(previewLeave, { member: anna.member, on: MONDAY }));
  expect(plan.clients.map(({ clientId }) => clientId).sort()).toEqual([...own].sort());
  expect(plan.clients.find(({ clientId }) => clientId === own[0])?.deputyId).toBe(boris.member);
  expect(plan.endingParts).toBe(1);
  granted(await leave());
  expect(await house.owners(own, "2026-11-29")).toEqual([anna.member, anna.member, anna.member]);
  expect(await house.owners(own, MONDAY)).toEqual([boris.member, boris.member, null]);
  expect(await house.owners(own, "2026-12-07")).toEqual([boris.member, vera.member, null]);
  // Boris became the owner of One and so no longer stands in for it; Anna's part on Boris's client is over.
  const parts = await house.rows<{ client_id: string; ends_on: string }>(
    "select client_id, ends_on::text from assignment where role = 'deputy' and client_id = any($1) order by client_id = $2",
    [[own[0], other], other],
  );
  expect(parts).toEqual([
    { client_id: own[0], ends_on: MONDAY },
    { client_id: other, ends_on: MONDAY },
  ]);
});

test("R94 who leaves today is signed out of this company at once, and their team place ends; who leaves later is not yet", async () => {
  granted(await leave({ on: MONDAY }));
  expect(await sessions(anna)).toBe(1);
  const second = await house.person("Second", "kam");
  await house.team(`Team ${second.member}`, lead, second);
  granted(await house.send(handOverAndRetire, { member: second.member, on: TODAY, targets: {}, reason: null }));
  expect(await sessions(second)).toBe(0);
  const text = "select ends_on::text from team_member where member_id = $1";
  expect(await house.rows(text, [second.member])).toEqual([{ ends_on: TODAY }]);
  house.sit(second);
  await expect(loadAssignments()).rejects.toThrow("/sign-in");
});

test("R94 all or nothing: an undecided client, a stranger's client or an impossible receiver leaves everything as it was", async () => {
  const before = await house.assignments(...own, other);
  const [one, two] = own;
  const faults: [object, string][] = [
    [{ targets: { [one]: boris.member, [two]: null } }, "still-owns-clients"],
    [{ targets: { ...targets(), [other]: vera.member } }, "conflict"],
    [{ targets: { ...targets(), [randomUUID()]: vera.member } }, "not-found"],
    [{ targets: { ...targets(), [one]: randomUUID() } }, "not-found"],
    [{ targets: { ...targets(), [one]: anna.member } }, "member-left"],
    [{ targets: { ...targets(), [one]: director.member } }, "without-role"],
    [{ member: admin.member, targets: {} }, "not-yourself"],
    [{ member: randomUUID(), targets: {} }, "not-found"],
  ];
  for (const [more, code] of faults) expect([code, codeOf(await leave(more))]).toEqual([code, code]);
  house.sit(director);
  expect(codeOf(await leave())).toBe("forbidden");
  expect(await house.assignments(...own, other)).toEqual(before);
  expect(await sessions(anna)).toBe(1);
});

test("R94 what a leaver gave up is not undone into their hands, and nobody can be given clients from that day", async () => {
  granted(await leave());
  const given = await house.rows<{ id: string }>(
    "select id from transfer where to_member_id = $1 and reason = 'leaves'",
    [boris.member],
  );
  const last = given.at(-1)?.id ?? "";
  expect(codeOf(await house.send(undoTransfer, { transfer: last }))).toBe("member-left");
  const order = { clients: [other], role: "primary" as const, until: null, share: null, reason: null, to: anna.member };
  expect(codeOf(await house.send(assignClients, { ...order, on: MONDAY }))).toBe("member-left");
});

test("R94 clients given and their receiver leaving at the same moment never end with someone who is gone", async () => {
  const order = { clients: [other], role: "primary" as const, until: null, share: null, reason: null, to: anna.member };
  const [gave, left] = await Promise.all([house.send(assignClients, { ...order, on: "2026-11-24" }), leave()]);
  expect(codeOf(left) === "ok" ? codeOf(gave) : codeOf(left)).toMatch(/^(member-left|still-owns-clients)$/);
  const [row] = await house.rows<{ n: number }>(
    `select count(*)::int n from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
     where a.member_id = $1 and m.left_on < coalesce(a.ends_on, 'infinity')`,
    [anna.member],
  );
  expect(row?.n).toBe(0);
});

test("R94 the new owners are told, and the leaver while they are still here", async () => {
  const told = async (on: string, reason: string) => {
    granted(await leave({ on, reason }));
    const mails = await house.rows<{ name: string }>(
      "select m.name from outbox_mail o join member m on m.email = o.to_address where o.body like '%' || $1 || '%'",
      [reason],
    );
    return mails.map(({ name }) => name).sort();
  };
  // Two letters to Anna: what goes to Boris, and what goes to nobody.
  expect(await told(MONDAY, "told ahead")).toEqual(["Anna", "Anna", "Boris"]);
  anna = await house.person("Anna", "kam");
  own = [await house.client("A", anna), await house.client("B", anna), await house.client("C", anna)];
  expect(await told(TODAY, "gone at once")).toEqual(["Boris"]);
});
