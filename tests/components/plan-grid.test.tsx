import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { amountText, readBlock, roundFigure, typedAmount } from "@/components/plans/amount-input";
import { block, nextPlace, within } from "@/components/plans/grid-place";
import { pasted } from "@/components/plans/paste";
import PlanGrid from "@/components/plans/plan-grid";
import { addMonths } from "@/lib/domain/calendar-date";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { messagesFor } from "@/lib/i18n/messages";

vi.mock("@/lib/features/plans/actions", () => ({ pinCell: vi.fn(), unpinCell: vi.fn(), pasteCells: vi.fn() }));

const months = Array.from({ length: 12 }, (_, at) => addMonths("2027-01-01", at));
const sheet = (rows: number, keptBefore: string | null = null): PlanSheet => ({
  ...{
    id: "v",
    planId: "p",
    kind: "book",
    year: 2027,
    startsOn: "2027-01-01",
    member: { id: "m", name: "Анна", email: "anna@example.com" },
  },
  ...{ version: 1, status: "draft", figure: 1_000n, months, behind: months, hidden: 0n, figures: [], versions: [] },
  ...{ missing: 0, currency: "RUB", today: "2026-11-23", growth: null },
  rule: { basis: "equal", growth: 10_000, profile: "client", keptBefore },
  lastYear: months.map(() => 0n),
  may: { edit: true, approve: false, revise: false },
  rows: Array.from({ length: rows }, (_, at) => ({
    ...{ id: `c${at}`, code: `C${at}`, name: `Клиент ${at}`, tier: null, moved: false, lastYear: null },
    cells: months.map(() => BigInt(at)),
    pinned: months.map(() => false),
  })),
});

describe("the sheet of a plan", () => {
  it("R85 mounts at most 60 rows of 1,000 × 12", () => {
    const markup = renderToStaticMarkup(
      <NextIntlClientProvider locale="ru" messages={messagesFor("ru")} timeZone="UTC">
        <PlanGrid sheet={sheet(1000)} editable />
      </NextIntlClientProvider>,
    );
    const mounted = markup.match(/<tr/g)?.length ?? 0;
    expect(mounted).toBeGreaterThan(10);
    expect(mounted).toBeLessThanOrEqual(60);
    expect(markup).toContain('aria-rowcount="1002"');
  });

  it("goes by keys as a spreadsheet does, and stays within the table", () => {
    const key = (code: string, more = {}) => ({ code, shiftKey: false, ctrlKey: false, metaKey: false, ...more });
    const at = { row: 3, month: 11 };
    const to = (code: string, more = {}) => {
      const place = nextPlace(key(code, more), at, { rows: 10, page: 20 });
      return place && within(place, 10);
    };
    expect(to("ArrowRight")).toEqual(at);
    expect(to("ArrowUp")).toEqual({ row: 2, month: 11 });
    expect(to("Home")).toEqual({ row: 3, month: 0 });
    expect(to("ArrowDown", { ctrlKey: true })).toEqual({ row: 9, month: 11 });
    expect(to("PageDown")).toEqual({ row: 9, month: 11 });
    expect(to("KeyX")).toBeNull();
    expect(block({ row: 1, month: 2 }, { row: 0, month: 1 })).toHaveLength(4);
  });
});

describe("amounts that people type and paste", () => {
  it("reads decimal commas, spaces and no-break spaces, and refuses what is none", () => {
    expect(typedAmount("1 234 567,89", "RUB", "ru")).toBe(123_456_789n);
    expect(typedAmount("1\u00a0234,5", "RUB", "ru")).toBe(123_450n);
    expect(typedAmount("1,234.56", "USD", "en")).toBe(123_456n);
    expect(typedAmount("", "RUB", "ru")).toBeUndefined();
    expect(typedAmount("абв", "RUB", "ru")).toBeNull();
    expect(amountText(123_450n, "RUB", "ru")).toBe("1234,50");
    expect(amountText(123_400n, "RUB", "en")).toBe("1234");
    expect(roundFigure(22_640_597_604n)).toBe(22_640_000_000n);
  });

  it("a block from Excel is put down at a cell; bad cells are named, months that are over too, empty ones change nothing", () => {
    const text = "1 234,50\t2\t\r\n3\tx\t4\r\n";
    expect(readBlock(text, "RUB", "ru").map(({ value }) => value)).toEqual([
      123_450n,
      200n,
      undefined,
      300n,
      null,
      400n,
    ]);
    const of = { sheet: sheet(3, "2027-03-01"), locale: "ru" as const, kept: 2 };
    const { wishes, faults, outside } = pasted(text, { row: 0, month: 1 }, of);
    expect(wishes).toEqual([
      { clientId: "c0", month: 2, value: 200n },
      { clientId: "c1", month: 3, value: 400n },
    ]);
    expect(faults.map(({ clientId, month, over }) => [clientId, month, over])).toEqual([
      ["c0", 1, true],
      ["c1", 1, true],
      ["c1", 2, false],
    ]);
    expect(outside).toBe(0);
    expect(pasted(text, { row: 2, month: 11 }, of).outside).toBe(5 - 1);
  });
});
