import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Tier } from "@/lib/domain/tier";
import type { Random } from "../random";

/** How one client buys. Days are counted back from today, so that the story is the same on any day that the demo is made for. */
export type Habit = {
  /** Turnover of a year in major units, at today's pace and prices before `growth` and `turn`. */
  yearly: number;
  /** Days between two orders, and by how many days either way it varies. */
  every: readonly [days: number, give: number];
  /** Days since the last order. */
  last: number;
  /** Nothing before that day: the relationship is that young. */
  from: CalendarDate;
  /** Yearly growth as a share; negative is decay. */
  growth: number;
  /** From so many days ago on, orders are so many times as large. */
  turn?: readonly [daysAgo: number, factor: number];
  /** A stretch without orders, as days ago. */
  silence?: readonly [from: number, to: number];
  /** Product groups and their weights. */
  basket: readonly (readonly [group: string, weight: number])[];
  /** A product group that came later. */
  added?: readonly [group: string, weight: number, daysAgo: number];
  discount: number;
  /** Share of orders of which something comes back. */
  returns: number;
  /** Paid in another currency than the company's. */
  currency?: string;
  /** How much the size of an order varies: 0 is always the same. */
  noise: number;
};

/** What is known about a client before its habit is drawn. */
export type Buyer = {
  tier: Tier | null;
  isPerson: boolean;
  from: CalendarDate;
  basket: Habit["basket"];
  /** Days since the client came, or since the records begin. */
  known: number;
};

/** In [1/e^spread, e^spread], mostly near 1. */
export function around(random: Random, spread: number): number {
  return Math.exp(spread * ((random.next() + random.next() + random.next()) * (2 / 3) - 1));
}

const rhythms: Record<Tier, readonly (readonly [Habit["every"], number])[]> = {
  A: [
    [[7, 1], 42],
    [[14, 2], 34],
    [[10, 3], 12],
    [[30, 4], 12],
  ],
  B: [
    [[14, 2], 22],
    [[30, 3], 46],
    [[21, 4], 14],
    [[45, 14], 12],
    [[91, 3], 6],
  ],
  C: [
    [[30, 3], 26],
    [[60, 6], 20],
    [[91, 4], 24],
    [[75, 45], 30],
  ],
};
const sizes: Record<Tier, number> = { A: 6.4, B: 1.75, C: 0.36 };

/** An ordinary client's habit. `scale` is what a million roubles are in the company's major units. */
export function habitOf({ tier, isPerson, from, basket, known }: Buyer, scale: number, random: Random): Habit {
  const size = tier ?? "C";
  const every = random.weighted(rhythms[size]);
  const giant = size === "A" && random.chance(0.06) ? 4.5 : 1;
  const [days, give] = every;
  const steady: Habit = {
    yearly: (isPerson ? 0.06 : sizes[size] * giant * around(random, 1.3)) * scale,
    every,
    last: random.int(0, Math.floor(days * 0.92)),
    from,
    growth: (random.next() + random.next() - 0.88) * 0.34,
    basket: random.shuffle(basket.slice(1)).slice(0, random.int(1, 3)).concat(basket.slice(0, 1)),
    discount: random.pick([0, 0, 0.02, 0.03, 0.05, 0.07, 0.1]) + (size === "A" ? 0.02 : 0),
    returns: random.pick([0, 0.01, 0.02, 0.03, 0.07]),
    noise: random.weighted([
      [0.12, 30],
      [0.4, 45],
      [0.9, 25],
    ]),
  };
  const turn = random.weighted(turns[size]);
  return { ...steady, ...turnOf(turn, days + give, known, basket, random) };
}

type Turn = "none" | "late" | "dormant" | "lost" | "rise" | "slump" | "pause" | "back" | "wider";

// Large clients are looked after: fewer of them drift away.
const turns: Record<Tier, readonly (readonly [Turn, number])[]> = {
  A: weights(66, 5, 1, 1, 10, 8, 2, 0, 7),
  B: weights(62, 6, 3, 3, 8, 9, 2, 2, 5),
  C: weights(60, 6, 7, 9, 5, 5, 3, 3, 2),
};
function weights(...often: number[]): (readonly [Turn, number])[] {
  const all: Turn[] = ["none", "late", "dormant", "lost", "rise", "slump", "pause", "back", "wider"];
  return all.map((turn, index) => [turn, often[index] ?? 0] as const);
}

function turnOf(turn: Turn, gap: number, known: number, basket: Habit["basket"], random: Random): Partial<Habit> {
  // Whoever has only just come has not had the time to change.
  if (known < gap * 5) return {};
  const within = (share: number) => Math.min(Math.floor(gap * share), known - gap * 2);
  const extra = basket.at(-1);
  const changes: Record<Turn, Partial<Habit>> = {
    none: {},
    late: { last: within(1.4 + random.next() * 0.9) },
    dormant: { last: within(2.7 + random.next() * 1.2), growth: -0.15 },
    lost: { last: Math.min(within(4.3 + random.next() * 8), 700), growth: -0.3 },
    rise: { turn: [random.int(60, 260), 1.4 + random.next() * 0.8], growth: 0.2 },
    slump: { turn: [random.int(60, 260), 0.35 + random.next() * 0.35], growth: -0.1 },
    pause: { silence: [random.int(260, 420), random.int(90, 200)] },
    back: { silence: [820, random.int(30, 75)], every: [Math.min(gap, 30), 3], last: random.int(1, 20) },
    wider: extra ? { added: [extra[0], extra[1] * 1.5, random.int(40, 300)], basket: basket.slice(0, 2) } : {},
  };
  return changes[turn];
}
