import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "@/lib/domain/largest-remainder";
import { type Pin, type Split, type SplitOrder, splitFigure } from "@/lib/domain/split-figure";
import { splitWeights } from "@/lib/domain/split-weights";

const workdays2026 = [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22];
const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
function rowsOf(split: Split) {
  if (!split.ok) throw new Error(`impossible by ${split.excess}`);
  return split.rows;
}

const hundred = Array.from({ length: 100 }, (_, i) => ({
  code: `C${String(i + 1).padStart(3, "0")}`,
  weight: BigInt(1 + ((i * 7919) % 1013)),
  profile: i % 3 === 0 ? workdays2026.map((days, month) => BigInt(days * (1 + ((i + month) % 5)))) : null,
}));
const sevenPins: Pin[] = [
  { code: "C001", month: 0, value: 1_000_000_00n },
  { code: "C001", month: 11, value: 0n },
  { code: "C017", month: 5, value: 333_333_33n },
  { code: "C042", month: 2, value: -5_000_01n },
  { code: "C050", month: 6, value: 7_777_777_77n },
  { code: "C099", month: 8, value: 1n },
  { code: "C100", month: 3, value: 250_000_00n },
];
const order: SplitOrder = {
  figure: 12_000_000_001n,
  clients: hundred,
  workdays: workdays2026,
  bookProfile: null,
  pins: sevenPins,
};

describe("R85 one figure for a hundred clients", () => {
  it("120,000,000.01 with 7 pinned cells adds up to the kopeck, and the pins hold", () => {
    const rows = rowsOf(splitFigure(order));
    const cells = rows.flatMap((row) => row.cells);
    expect(cells).toHaveLength(1200);
    expect(sum(cells)).toBe(12_000_000_001n);
    for (const pin of sevenPins) expect(rows.find((row) => row.code === pin.code)?.cells[pin.month]).toBe(pin.value);
    expect(cells.filter((cell) => cell < 0n)).toEqual([-5_000_01n]);
    expect(rows.every((row) => row.total === sum(row.cells))).toBe(true);
  });

  it("does not depend on the order in which the clients and the pins come", () => {
    const turned = splitFigure({ ...order, clients: hundred.toReversed(), pins: sevenPins.toReversed() });
    expect(rowsOf(turned).toReversed()).toEqual(rowsOf(splitFigure(order)));
  });

  it("what rounding leaves goes to the largest remainders, ties by client code and then by month", () => {
    const client = (code: string) => ({ code, weight: 1n, profile: null });
    const clients = [client("b"), client("a"), client("c")];
    const split = splitFigure({ figure: 4n, clients, workdays: [1, 1], bookProfile: null, pins: [] });
    expect(rowsOf(split).map(({ code, cells }) => [code, ...cells])).toEqual([
      ["b", 1n, 0n],
      ["a", 1n, 1n],
      ["c", 1n, 0n],
    ]);
  });

  it("names whose profile spread a client: its own, the book's, or the working days", () => {
    const profile = (own: bigint[] | null, book: bigint[] | null) =>
      rowsOf(
        splitFigure({
          figure: 100n,
          clients: [{ code: "a", weight: 1n, profile: own }],
          workdays: [1, 3],
          bookProfile: book,
          pins: [],
        }),
      ).map((row) => [row.profile, ...row.cells])[0];
    expect(profile([1n, 1n], [9n, 1n])).toEqual(["client", 50n, 50n]);
    expect(profile([0n, -4n], [9n, 1n])).toEqual(["book", 90n, 10n]);
    expect(profile(null, null)).toEqual(["workdays", 25n, 75n]);
    expect(profile([-5n, 5n], null)).toEqual(["client", 0n, 100n]);
  });
});

describe("R85 what cannot be split is refused with the amount", () => {
  const one = { clients: [{ code: "a", weight: 1n, profile: null }], workdays: [1, 1], bookProfile: null };
  const pin = (month: number, value: bigint): Pin => ({ code: "a", month, value });
  it.each([
    ["pins above the figure", 100n, [pin(0, 101n)], 1n],
    ["all pinned, below it", 100n, [pin(0, 60n), pin(1, 30n)], -10n],
    ["a figure below zero", -1n, [], 1n],
  ])("%s", (_, figure, pins, excess) => {
    expect(splitFigure({ ...one, figure, pins })).toEqual({ ok: false, why: "impossible", excess });
  });

  it("no client: only the figure 0 can be split", () => {
    expect(splitFigure({ ...one, clients: [], figure: 0n, pins: [] })).toMatchObject({ ok: true, rows: [] });
    expect(splitFigure({ ...one, clients: [], figure: 5n, pins: [] })).toMatchObject({ ok: false, excess: -5n });
  });

  it("who has no weight takes the rest only when nobody has any", () => {
    const clients = [
      { code: "a", weight: 5n, profile: null },
      { code: "b", weight: 0n, profile: null },
    ];
    const split = (pins: Pin[]) => splitFigure({ figure: 100n, clients, workdays: [1, 1], bookProfile: null, pins });
    expect(rowsOf(split([])).map((row) => row.total)).toEqual([100n, 0n]);
    const left = split([
      { code: "a", month: 0, value: 10n },
      { code: "a", month: 1, value: 20n },
    ]);
    expect(left).toMatchObject({ ok: true, spread: "equal" });
    expect(rowsOf(left).map((row) => row.cells)).toEqual([
      [10n, 20n],
      [35n, 35n],
    ]);
  });
});

const anyOrder: fc.Arbitrary<SplitOrder> = fc
  .record({
    figure: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    clients: fc.uniqueArray(
      fc.record({
        code: fc.string({ minLength: 1, maxLength: 4 }),
        weight: fc.bigInt({ min: -5n, max: 10n ** 12n }),
        profile: fc.option(fc.array(fc.bigInt({ min: -10n, max: 10n ** 10n }), { minLength: 4, maxLength: 4 })),
      }),
      { minLength: 1, maxLength: 12, selector: ({ code }) => code },
    ),
    workdays: fc.array(fc.nat(23), { minLength: 4, maxLength: 4 }),
    bookProfile: fc.constant(null),
    pins: fc.array(
      fc.record({ client: fc.nat(11), month: fc.nat(3), value: fc.bigInt({ min: -1000n, max: 10n ** 14n }) }),
      { maxLength: 8 },
    ),
  })
  .map(({ pins, ...rest }) => {
    const byCell = new Map<string, Pin>();
    for (const { client, month, value } of pins) {
      const code = rest.clients[client % rest.clients.length]?.code ?? "";
      byCell.set(JSON.stringify([code, month]), { code, month, value });
    }
    return { ...rest, pins: [...byCell.values()] };
  });

describe("R85 whatever is asked", () => {
  it("cells add up, pins hold, nothing else is negative; or the pins are impossible by exactly the excess", () => {
    fc.assert(
      fc.property(anyOrder, (given) => {
        const split = splitFigure(given);
        const pinned = sum(given.pins.map((pin) => pin.value));
        if (!split.ok) {
          expect(split.excess).toBe(pinned - given.figure);
          const all = given.pins.length === given.clients.length * given.workdays.length;
          expect(split.excess > 0n || all).toBe(true);
          return;
        }
        expect(sum(split.rows.flatMap((row) => row.cells))).toBe(given.figure);
        for (const row of split.rows)
          for (const [month, cell] of row.cells.entries()) {
            const pin = given.pins.find((one) => one.code === row.code && one.month === month);
            if (pin) expect(cell).toBe(pin.value);
            else expect(cell >= 0n).toBe(true);
          }
      }),
    );
  });

  it("pinning a cell at the value it has changes no client by more than rounding", () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(11), fc.nat(3), (given, client, month) => {
        const before = splitFigure({ ...given, pins: [] });
        const code = given.clients[client % given.clients.length]?.code ?? "";
        const value = rowsOf(before).find((row) => row.code === code)?.cells[month] ?? 0n;
        const after = splitFigure({ ...given, pins: [{ code, month, value }] });
        if (!after.ok || after.spread === "equal") return;
        for (const [place, row] of after.rows.entries()) {
          const off = row.total - (rowsOf(before)[place]?.total ?? 0n);
          expect(off <= 2n && off >= -2n).toBe(true);
        }
      }),
    );
  });

  it("5,000 clients × 12 months add up", () => {
    const clients = Array.from({ length: 5000 }, (_, i) => ({ code: `k${i}`, weight: BigInt(i % 97), profile: null }));
    const rows = rowsOf(splitFigure({ ...order, clients, pins: [], figure: 10n ** 15n + 7n }));
    expect(sum(rows.map((row) => row.total))).toBe(10n ** 15n + 7n);
  });
});

describe("R85 parts by weight", () => {
  it.each([
    [10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    [-10n, [1n, 1n, 1n], [-4n, -3n, -3n]],
    [7n, [0n, 0n], [4n, 3n]],
    [7n, [0n, 2n], [0n, 7n]],
    [0n, [], []],
  ])("%s by %s", (amount, weights, parts) => {
    expect(apportion(amount, weights)).toEqual(parts);
  });

  it("refuses a negative weight, and an amount for nobody", () => {
    expect(() => apportion(1n, [-1n, 2n])).toThrow(RangeError);
    expect(() => apportion(1n, [])).toThrow(RangeError);
  });

  it("R85 weights come from last year's growth, from potential, or are the same", () => {
    const client = (lastYear: bigint | null, potential: bigint | null, growth = 10_000) => ({
      lastYear,
      potential,
      growth,
    });
    const clients = [client(100n, null, 12_000), client(100n, 5n), client(-20n, null), client(null, 7n)];
    expect(splitWeights("last-year", clients).map((one) => one.weight)).toEqual([1_200_000n, 1_000_000n, 0n, 0n]);
    expect(splitWeights("potential", clients).map((one) => one.weight)).toEqual([0n, 5n, 0n, 7n]);
    expect(splitWeights("last-year", clients).at(-1)?.why).toBe("has-none");
    expect(splitWeights("potential", [client(5n, null)])).toEqual([{ weight: 10_000n, why: "nobody-has-it" }]);
    expect(new Set(splitWeights("equal", clients).map((one) => one.weight)).size).toBe(1);
  });
});
