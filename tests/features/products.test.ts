import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { POST as exported } from "@/app/api/exports/products/route";
import {
  archiveProduct,
  archiveProductGroup,
  moveProducts,
  saveProduct,
  saveProductGroup,
  saveRate,
} from "@/lib/features/products/actions";
import { loadProductGroups, loadProducts, loadRates } from "@/lib/features/products/queries";
import { productFilter, rateFilter } from "@/lib/features/products/schema";
import { codeOf, granted, House } from "./assignments-house";
import { linesOf, order } from "./exports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const kam = await house.person("Anna", "kam");

beforeEach(() => house.sit(admin));
afterAll(() => house.close());

const group = async (name: string) => granted(await house.send(saveProductGroup, { id: null, version: 0, name })).id;
const asked = { id: null as string | null, version: 0, unit: "kg", groupId: "" };
const add = (code: string, groupId = "") =>
  house.send(saveProduct, { ...asked, code, name: `Product ${code}`, groupId });
const listed = async (address: Record<string, string>) =>
  (await loadProducts(productFilter.parse(address))).rows.map(({ code }) => code);

test("R79 products are added, found, moved and archived, and their code stands once", async () => {
  const bread = await group("Bread");
  const [a, b] = [granted(await add("A-1", bread)).id, granted(await add("B-1")).id];
  expect(await add("A-1")).toMatchObject({ fields: { code: "code-taken" } });
  expect(await add(" ")).toMatchObject({ fields: { code: "required" } });
  expect(await listed({})).toEqual(["A-1", "B-1"]);
  expect(await listed({ q: "b-" })).toEqual(["B-1"]);
  expect(await listed({ group: bread })).toEqual(["A-1"]);
  expect(await listed({ group: "none" })).toEqual(["B-1"]);
  expect(granted(await house.send(moveProducts, { ids: [a, b], groupId: bread }))).toEqual({ moved: 1 });
  expect(await listed({ group: bread })).toEqual(["A-1", "B-1"]);
  granted(await house.send(archiveProduct, { id: b, version: 2, archived: true }));
  expect(await listed({})).toEqual(["A-1"]);
  expect(await listed({ archived: "1" })).toEqual(["B-1"]);
  expect(codeOf(await house.send(archiveProduct, { id: b, version: 2, archived: false }))).toBe("conflict");
  house.sit(kam);
  expect(codeOf(await add("C-1"))).toBe("forbidden");
});

test("a stale product shows both sides", async () => {
  const { id } = granted(await add("S-1"));
  const save = (name: string, version: number) => house.send(saveProduct, { ...asked, id, version, code: "S-1", name });
  granted(await save("Theirs", 1));
  expect(await save("Mine", 1)).toMatchObject({
    code: "conflict",
    values: { version: 2, theirs: { name: "Theirs", groupId: "", unit: "kg" }, mine: { name: "Mine" } },
  });
  granted(await save("Mine", 2));
});

test("R79 a group counts its products and turnover, and goes into the archive when it is empty", async () => {
  const id = await group("Tea");
  const client = await house.client("Buyer", kam);
  const { id: product } = granted(await add("T-1", id));
  const sale = {
    client_id: client,
    document: "1",
    product_id: product,
    group_id: id,
    currency: "RUB",
    owner_id: kam.member,
  };
  const sold = (line: string, sold_on: string, amount: number) =>
    house.row("sale_line", { ...sale, line, sold_on, amount, base_amount: amount, source: "new" });
  await sold("1", "2026-10-05", 1000);
  await sold("2", "2026-11-05", 500);
  await sold("3", "2025-10-31", 70);
  const tea = async () => (await loadProductGroups()).groups.find((one) => one.id === id);
  // Twelve closed months: from November 2025 to October 2026.
  expect(await tea()).toMatchObject({ products: 1, turnover: 1000n, lastMonth: "2026-11-01" });
  const page = await loadProducts(productFilter.parse({ sort: "-sold" }));
  expect(page.rows[0]).toMatchObject({ code: "T-1", lastSold: "2026-11-05", group: "Tea" });
  const put = (version: number) => house.send(archiveProductGroup, { id, version, archived: true });
  expect(codeOf(await put(1))).toBe("group-has-products");
  granted(await house.send(moveProducts, { ids: [product], groupId: null }));
  granted(await put(1));
  expect(await add("T-2", id)).toMatchObject({ fields: { groupId: "not-a-choice" } });
  expect(codeOf(await house.send(saveProductGroup, { id, version: 1, name: "Late" }))).toBe("conflict");
  await group("Coffee");
  expect(await house.send(saveProductGroup, { id, version: 2, name: "Coffee" })).toMatchObject({
    fields: { name: "name-taken" },
  });
});

test("R24 a rate is entered exactly as typed, once for a currency and a day", async () => {
  const rate = { id: null as string | null, version: 0, currency: "usd", onDay: "2026-11-20", rate: "92,12345678" };
  const { id } = granted(await house.send(saveRate, rate));
  expect((await loadRates(rateFilter.parse({ currency: "USD" }))).rows).toMatchObject([
    { currency: "USD", onDay: "2026-11-20", rate: "92.12345678" },
  ]);
  const wrong = (change: Partial<typeof rate>) => house.send(saveRate, { ...rate, onDay: "2026-11-21", ...change });
  expect(await house.send(saveRate, rate)).toMatchObject({ fields: { onDay: "rate-there" } });
  expect(await wrong({ rate: "0" })).toMatchObject({ fields: { rate: "not-a-number" } });
  expect(await wrong({ rate: "1,123456789" })).toMatchObject({ fields: { rate: "not-a-number" } });
  expect(await wrong({ currency: "RUB" })).toMatchObject({ fields: { currency: "own-currency" } });
  granted(await house.send(saveRate, { ...rate, id, version: 1, rate: "93" }));
  expect(await house.send(saveRate, { ...rate, id, version: 1, rate: "94" })).toMatchObject({
    code: "conflict",
    values: { version: 2, theirs: { currency: "USD", onDay: "2026-11-20", rate: "93" } },
  });
});

test("products as a file, as the address asks for them", async () => {
  granted(await add("F-1"));
  const lines = await linesOf(await order(house, exported, admin, { query: "q=F-1" }));
  expect(lines).toEqual([
    ["Товар", "Код", "Группа", "Единица", "Последняя продажа"],
    ["Product F-1", "F-1", "", "kg", ""],
  ]);
});
