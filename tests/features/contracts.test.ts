import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { POST as exported } from "@/app/api/exports/contracts/route";
import { addDays } from "@/lib/domain/calendar-date";
import { assignClients } from "@/lib/features/assignments/actions";
import { loadAssignments } from "@/lib/features/assignments/queries";
import { dropContract, endContract, saveContract } from "@/lib/features/contracts/actions";
import { unownedContracts } from "@/lib/features/contracts/jobs";
import { loadClientContracts } from "@/lib/features/contracts/queries";
import { resolveNotice } from "@/lib/features/notices/actions";
import { loadNotices } from "@/lib/features/notices/queries";
import { noticeFilter } from "@/lib/features/notices/schema";
import { codeOf, granted, House, type Person, TODAY } from "./assignments-house";
import { linesOf, order } from "./exports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const lead = await house.person("Lead", "lead");
const kam = await house.person("Anna", "kam");
await house.team("Team", lead, kam);

beforeEach(() => house.sit(kam));
afterAll(() => house.close());

const form = {
  id: null as string | null,
  version: 0,
  number: "2026/1",
  status: "draft" as "draft" | "signed" | "ended",
  signedOn: "",
  startsOn: "",
  endsOn: "",
  amount: "",
  currency: "RUB",
  note: "",
};
const signed = { ...form, status: "signed" as const, signedOn: "2026-01-10", startsOn: "2026-01-15" };
const save = (clientId: string, values: Partial<typeof form>) =>
  house.send(saveContract, { ...form, ...values, clientId });
const contractsOf = async (clientId: string) => (await loadClientContracts(clientId)).contracts;

async function give(clients: string[], to: Person | null): Promise<void> {
  house.sit(admin);
  const asked = { clients, role: "primary" as const, to: to?.member ?? null, on: TODAY, until: null, share: null };
  granted(await house.send(assignClients, { ...asked, reason: null }));
}

async function notices(resolved = false) {
  house.sit(admin);
  const { rows } = await loadNotices(noticeFilter.parse(resolved ? { resolved: "1" } : {}));
  return rows.filter(({ kind }) => kind === "contract-without-owner");
}

test("R3 a contract is written down, signed, and ends on a day that is not ahead", async () => {
  const client = await house.client("Signed", kam);
  const { id } = granted(await save(client, { amount: "1,200,000.50", note: " Yearly " }));
  expect(await contractsOf(client)).toMatchObject([
    { number: "2026/1", status: "draft", amount: 120000050n, currency: "RUB", note: "Yearly", version: 1 },
  ]);
  expect(await save(client, { id, version: 1, status: "signed" })).toMatchObject({ fields: { signedOn: "required" } });
  granted(await save(client, { ...signed, id, version: 1, endsOn: "2026-12-31" }));
  const end = (on: string) => house.send(endContract, { clientId: client, id, version: 2, on });
  expect(await end(addDays(TODAY, 1))).toMatchObject({ fields: { on: "date-in-future" } });
  expect(await end("2026-01-14")).toMatchObject({ fields: { on: "date-order" } });
  granted(await end("2026-11-20"));
  expect(await contractsOf(client)).toMatchObject([{ status: "ended", endsOn: "2026-11-20", version: 3 }]);
});

test("R3 what was typed wrong is said at its field, a number stands once", async () => {
  const client = await house.client("Faults", kam);
  expect(await save(client, { number: " ", amount: "many" })).toMatchObject({ fields: { number: "required" } });
  expect(await save(client, { amount: "many" })).toMatchObject({ fields: { amount: "not-a-number" } });
  expect(await save(client, { amount: "-5" })).toMatchObject({ fields: { amount: "not-a-number" } });
  expect(await save(client, { ...signed, endsOn: "2026-01-01" })).toMatchObject({ fields: { endsOn: "date-order" } });
  expect(await save(client, { ...signed, signedOn: "31.02.2026" })).toMatchObject({
    fields: { signedOn: "not-a-date" },
  });
  granted(await save(client, {}));
  expect(await save(client, {})).toMatchObject({ fields: { number: "contract-number-taken" } });
  await house.rows("update client set archived_at = now() where id = $1", [client]);
  expect(codeOf(await save(client, { number: "2" }))).toBe("archived");
});

test("a stale save shows both sides, and only drafts are thrown away", async () => {
  const client = await house.client("Stale", kam);
  const { id } = granted(await save(client, {}));
  granted(await save(client, { id, version: 1, note: "theirs" }));
  expect(await save(client, { id, version: 1, note: "mine" })).toMatchObject({
    code: "conflict",
    values: { version: 2, theirs: { note: "theirs", number: "2026/1" }, mine: { note: "mine" } },
  });
  const drop = (version: number) => house.send(dropContract, { clientId: client, id, version });
  expect(codeOf(await drop(1))).toBe("conflict");
  granted(await save(client, { ...signed, id, version: 2 }));
  expect(codeOf(await drop(3))).toBe("contract-not-draft");
  expect(codeOf(await house.send(endContract, { clientId: client, id, version: 2, on: TODAY }))).toBe("conflict");
  granted(await save(client, { id, version: 3 }));
  granted(await drop(4));
  expect(await contractsOf(client)).toEqual([]);
});

test("R3 a signed contract demands an owner, and the form says so before the database does", async () => {
  const client = await house.client("Nobody's", null);
  house.sit(admin);
  expect((await loadClientContracts(client)).owned).toBe(false);
  expect(await save(client, signed)).toMatchObject({ fields: { status: "contract-needs-owner" } });
  granted(await save(client, {}));
  await give([client], kam);
  const [draft] = await contractsOf(client);
  granted(await save(client, { ...signed, id: draft?.id ?? "", version: 1 }));
});

test("R3 a client left without an owner under a contract in force is told once, and no more when somebody answers for it", async () => {
  const client = await house.client("Left", kam);
  const ended = await house.client("Ended", kam);
  granted(await save(client, { ...signed, number: "77" }));
  granted(await save(ended, { ...signed, status: "ended", endsOn: "2026-10-31" }));
  await give([client, ended], null);
  expect(await notices()).toMatchObject([{ client: { id: client, name: "Left" }, contract: { number: "77" } }]);
  const { unowned } = await loadAssignments();
  expect(unowned).toMatchObject({ contracts: 1 });
  expect(unowned.clients[0]).toMatchObject({ id: client, contract: true });

  await unownedContracts();
  expect(await notices()).toHaveLength(1);
  const [told] = await notices();
  granted(await house.send(resolveNotice, { id: told?.id ?? "", resolved: true }));
  await unownedContracts();
  expect(await notices()).toEqual([]);

  await give([client], kam);
  await give([client], null);
  expect(await notices()).toHaveLength(1);
  await give([client], kam);
  expect(await notices()).toEqual([]);
  expect(await notices(true)).toHaveLength(2);
});

test("R3 the clock finds what the calendar does by itself: an assignment that ends, a contract that begins and is over", async () => {
  const client = await house.client("Calendar", kam);
  granted(await save(client, { ...signed, startsOn: addDays(TODAY, 5), endsOn: addDays(TODAY, 9) }));
  await house.rows("update assignment set ends_on = $2 where client_id = $1", [client, addDays(TODAY, 2)]);
  const seenOn = async (day: string) => {
    process.env.GRANGE_TODAY = day;
    await unownedContracts();
    process.env.GRANGE_TODAY = TODAY;
    return (await notices()).filter((row) => row.client?.id === client).length;
  };
  const seen: number[] = [];
  for (const days of [1, 3, 5, 9, 10]) seen.push(await seenOn(addDays(TODAY, days)));
  expect(seen).toEqual([0, 0, 1, 1, 0]);
});

test("R3 the contracts of a client as a file, an amount under its own currency", async () => {
  const client = await house.client("File", kam);
  granted(await save(client, { ...signed, number: "1", amount: "10", currency: "USD" }));
  granted(await save(client, { number: "2", amount: "20" }));
  const lines = await linesOf(await order(house, exported, kam, { query: `client=${client}` }));
  expect(lines).toHaveLength(3);
  const [head, first, second] = lines.map((line) => line.join("|"));
  expect(head).toBe("Номер|Статус|Подписан|Действует с|Действует по|Сумма, USD|Сумма, RUB|Комментарий");
  expect(first).toMatch(/^1\|подписан\|.*\|10,00\|\|$/);
  expect(second).toMatch(/^2\|черновик\|.*\|\|20,00\|$/);
});
