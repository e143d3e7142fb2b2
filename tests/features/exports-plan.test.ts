import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/exports/plan/route";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { request } from "@/tests/access/doors/next";
import { folder, type ImportHouse, openImports } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
let cells = "";
let quarters = "";

async function exported(plan: string, shape: string, format: string): Promise<Buffer> {
  here.house.sit(here.admin);
  const body = JSON.stringify({ company: here.house.company, format, query: `plan=${plan}&shape=${shape}` });
  const headers = { "content-type": "application/json" };
  const response = await POST(new Request("http://grange.test/api/exports/plan", { method: "POST", headers, body }));
  expect(response.headers.get("content-type"), await response.clone().text()).not.toMatch(/json/);
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  here = await openImports();
  const { house } = here;
  await house.owner.query("update identity.tenant set fiscal_start_month = 4 where id = $1", [house.company]);
  const anna = await house.person("=Анна, «КАМ»", "kam", "lead");
  const plan = await house.row("plan", { member_id: anna.member, kind: "book", starts_on: "2026-04-01" });
  await house.owner.query("begin");
  const months = Array.from({ length: 12 }, (_, at) => `2026-04-01'::date + interval '${at} months`);
  const amounts = months.flatMap((_, at) => [at * 1_234_567, at === 3 ? -50 : at]);
  const figure = amounts.reduce((sum, amount) => sum + amount, 0);
  cells = await house.row("plan_version", { plan_id: plan, member_id: anna.member, number: 1, figure });
  // Two clients of one name, which only their codes tell apart.
  for (const [place, code] of ["0007", "Б-2"].entries()) {
    const client = await house.client('ООО "Заря"; филиал', anna, { code });
    for (const [at, month] of months.entries())
      await house.owner.query(
        `insert into plan_cell (tenant_id, version_id, client_id, card_id, month, amount, pinned) values ($1, $2, $3, $3, '${month}', $4, $5)`,
        [house.company, cells, client, amounts[at * 2 + place], at % 3 === place],
      );
  }
  await house.owner.query("commit");
  const team = await house.row("plan", { member_id: anna.member, kind: "team", starts_on: "2026-04-01" });
  quarters = await house.row("plan_version", { plan_id: team, member_id: anna.member, number: 1, figure: 300 });
  for (const [starts_on, amount] of [
    ["2026-04-01", 100],
    ["2027-01-01", 200],
  ])
    await house.row("plan_figure", { version_id: quarters, member_id: anna.member, starts_on, months: 3, amount });
});
afterAll(() => here.house.close());
beforeEach(() => here.house.owner.query("delete from import_undo"));

const cases = (["ru", "en"] as const).flatMap((locale) =>
  (["wide", "long"] as const).flatMap((shape) =>
    (["csv", "xlsx"] as const).flatMap((format) =>
      (["plans", "figures"] as const).map((kind) => ({ locale, shape, format, kind })),
    ),
  ),
);

describe("R46 R85 a plan that goes out comes in again", () => {
  it.each(cases)("$kind, $shape, $format, in $locale: no change, and byte-equal", async (asked) => {
    const { locale, shape, format, kind } = asked;
    request.cookies.set(LOCALE_COOKIE, locale);
    const plan = kind === "plans" ? cells : quarters;
    const first = await exported(plan, shape, format);
    const path = join(folder, `plan-${kind}-${shape}-${locale}.${format}`);
    writeFileSync(path, first);
    const take = () => here.load({ kind, path, options: { update: true } });
    expect(await take()).toMatchObject({ status: "done", result: { create: 0, update: 0, faulty: 0, skipped: 0 } });
    expect((await exported(plan, shape, format)).equals(first)).toBe(true);
    // What was changed since is put back by the file.
    await here.house.owner.query(
      kind === "plans"
        ? "with c as (update plan_cell set amount = amount + 1 where pinned) update plan_version v set figure = figure + (select count(*) from plan_cell where pinned and version_id = v.id) where cells > 0"
        : "update plan_figure set amount = amount + 1",
    );
    expect((await exported(plan, shape, format)).equals(first)).toBe(false);
    const { result } = await take();
    expect(result).toMatchObject({ create: 0, faulty: 0 });
    expect(result?.update).toBeGreaterThan(0);
    expect((await exported(plan, shape, format)).equals(first)).toBe(true);
  });
});
