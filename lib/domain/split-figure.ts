import { apportion } from "./largest-remainder";
import { type MinorUnits, sumOf } from "./money";

/** `code` names the client here and breaks ties of rounding. `profile`: one weight a month, as its own history says; null without history. */
export type SplitClient = { code: string; weight: bigint; profile: readonly bigint[] | null };
export type Pin = { code: string; month: number; value: MinorUnits };

/**
 * One figure for clients × months (domain.md 4). `months`: how many. `bookProfile` serves the clients without a profile, `workdays` those of a
 * book without one. Pins keep their value whatever it is; every other cell is at least 0.
 */
export type SplitOrder = {
  figure: MinorUnits;
  clients: readonly SplitClient[];
  workdays: readonly number[];
  bookProfile: readonly bigint[] | null;
  pins: readonly Pin[];
};

export type ProfileSource = "client" | "book" | "workdays" | "equal";

/** A client's cells by month, the sum of them, and whose profile spread it. */
export type SplitRow = { code: string; cells: MinorUnits[]; total: MinorUnits; profile: ProfileSource };

/**
 * `impossible`: the pins are above the figure by `excess`, or, all cells being pinned, below it (`excess` < 0). `spread`: by the weights, or
 * equally because no cell that is left has any weight.
 */
export type Split =
  | { ok: true; rows: SplitRow[]; pinned: MinorUnits; spread: "weights" | "equal" }
  | { ok: false; why: "impossible"; excess: MinorUnits };

/** What parts of a client's weight are compared in: fine enough that no client of a book of billions loses a minor unit to it. */
const FINE = 10n ** 24n;

/**
 * Splits the figure: the pins first, then what is left by the weights of the cells that are left: client by client, each client's part by
 * month. Both steps round by largest remainder, ties by client code, then by month, so that Σ cells = figure to the minor unit and the same
 * order always gives the same plan, whoever asks and in whatever order the clients come. Rows answer in the order given.
 */
export function splitFigure({ figure, clients, workdays, bookProfile, pins }: SplitOrder): Split {
  const pinsOf = byCode(pins);
  const months = workdays.length;
  const inOrder = [...clients].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const open = inOrder.map((client) => openRow(client, pinsOf.get(client.code) ?? [], workdays, bookProfile));

  const pinned = open.reduce((sum, row) => sum + row.pinned, 0n);
  const rest = figure - pinned;
  const takers = open.filter((row) => row.free.length > 0);
  if (rest < 0n || (rest > 0n && takers.length === 0)) return { ok: false, why: "impossible", excess: -rest };

  const weighted = takers.some((row) => row.share > 0n);
  const parts = apportion(
    rest,
    takers.map((row) => (weighted ? row.share : BigInt(row.free.length))),
  );
  const rows = new Map(
    open.map((row) => [row.code, { code: row.code, cells: pinnedCells(row, months), ...named(row) }]),
  );
  for (const [place, row] of takers.entries()) {
    const byMonth = apportion(
      parts[place] ?? 0n,
      weighted ? row.free.map((month) => row.weights[month] ?? 0n) : ones(row),
    );
    const cells = rows.get(row.code)?.cells ?? [];
    for (const [index, month] of row.free.entries()) cells[month] = byMonth[index] ?? 0n;
  }
  const answer = clients
    .flatMap(({ code }) => rows.get(code) ?? [])
    .map((row) => ({ ...row, total: sumOf(row.cells) }));
  return { ok: true, rows: answer, pinned, spread: weighted ? "weights" : "equal" };
}

function byCode(pins: readonly Pin[]): Map<string, Pin[]> {
  const found = new Map<string, Pin[]>();
  for (const pin of pins) found.set(pin.code, [...(found.get(pin.code) ?? []), pin]);
  return found;
}

type OpenRow = {
  code: string;
  pins: readonly Pin[];
  pinned: bigint;
  /** Months without a pin. */
  free: number[];
  weights: readonly bigint[];
  profile: ProfileSource;
  /** The part of the client's weight that falls on its free months. */
  share: bigint;
};

function openRow(
  client: SplitClient,
  pins: readonly Pin[],
  workdays: readonly number[],
  book: readonly bigint[] | null,
): OpenRow {
  const { weights, profile } = profileOf(client, workdays, book);
  const taken = new Set(pins.map((pin) => pin.month));
  const free = [...workdays.keys()].filter((month) => !taken.has(month));
  const freeWeight = free.reduce((sum, month) => sum + (weights[month] ?? 0n), 0n);
  const share = (positive(client.weight) * freeWeight * FINE) / sumOf(weights);
  return {
    code: client.code,
    pins,
    pinned: pins.reduce((sum, pin) => sum + pin.value, 0n),
    free,
    weights,
    profile,
    share,
  };
}

// A month of returns has no share of a plan.
function profileOf(client: SplitClient, workdays: readonly number[], book: readonly bigint[] | null) {
  const candidates: [ProfileSource, readonly bigint[] | null][] = [
    ["client", client.profile],
    ["book", book],
    ["workdays", workdays.map(BigInt)],
    ["equal", workdays.map(() => 1n)],
  ];
  for (const [profile, given] of candidates) {
    const weights = workdays.map((_, month) => positive(given?.[month] ?? 0n));
    if (sumOf(weights) > 0n) return { profile, weights };
  }
  throw new RangeError("a plan needs a month");
}

function pinnedCells(row: OpenRow, months: number): bigint[] {
  const cells = Array.from({ length: months }, () => 0n);
  for (const pin of row.pins) cells[pin.month] = pin.value;
  return cells;
}

const named = ({ profile }: OpenRow) => ({ profile, total: 0n });
const ones = ({ free }: OpenRow) => free.map(() => 1n);
const positive = (value: bigint) => (value > 0n ? value : 0n);
