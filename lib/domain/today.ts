import type { CalendarDate } from "./calendar-date";
import type { Tier } from "./tier";

/**
 * Why a client is on today's list. Days are whole; `late` counts days past the due day (0: due today), `daysAway` days ahead.
 * `share` is the client's part of the book's turnover, 0–1.
 */
export type TodayReason =
  | { kind: "promise-ours"; text: string; late: number }
  | { kind: "promise-theirs"; text: string; late: number }
  | { kind: "rhythm"; silentFor: number; usual: number; share: number | null }
  | { kind: "touch"; days: number | null; cadence: number; late: number }
  | { kind: "executive"; days: number | null; cadence: number; late: number }
  | { kind: "person"; name: string; days: number | null; cadence: number; late: number }
  | { kind: "contract"; number: string; endsOn: CalendarDate; daysAway: number }
  | { kind: "birthday"; name: string; on: CalendarDate; daysAway: number }
  | { kind: "numbers"; names: readonly string[] };
export type TodayKind = TodayReason["kind"];

/** Whose interest a reason serves in the first place (R30): what we owe them, their people, their supplies; or our plan and our knowledge. */
export function interestOf({ kind }: TodayReason): "client" | "ours" {
  return kind === "promise-ours" || kind === "birthday" || kind === "contract" ? "client" : "ours";
}

const many = 1_000;

/**
 * How much a reason presses, 0 and more. What we promised comes first, then a customer who stays away from the own rhythm, then silence.
 * Lateness counts in shares of the usual gap, so that a weekly and a quarterly customer are measured alike; none weighs without end.
 */
export function weightOf(reason: TodayReason): number {
  switch (reason.kind) {
    case "promise-ours":
      return 45 + Math.min(15, reason.late);
    case "rhythm":
      return 30 + Math.min(20, 10 * (reason.silentFor / Math.max(1, reason.usual) - 1)) + 60 * (reason.share ?? 0);
    case "touch":
      return 18 + Math.min(12, (10 * reason.late) / reason.cadence);
    case "executive":
      return 8 + Math.min(4, (4 * reason.late) / reason.cadence);
    case "person":
      return 5 + Math.min(3, (3 * reason.late) / reason.cadence);
    case "contract":
      return reason.daysAway <= 14 ? 26 : reason.daysAway <= 30 ? 16 : 8;
    case "promise-theirs":
      return 12 + Math.min(10, reason.late);
    case "birthday":
      return reason.daysAway === 0 ? 24 : 3;
    case "numbers":
      return Math.min(4, reason.names.length);
  }
}

const weightOfTier: Readonly<Record<Tier, number>> = { A: 1.5, B: 1.2, C: 1 };

/** Reasons that ask for somebody to be called; the others are said along with them, or stand in lists of their own. */
const calls: ReadonlySet<TodayKind> = new Set(["promise-ours", "rhythm", "touch", "contract"]);
const isCall = (reason: TodayReason) =>
  calls.has(reason.kind) || (reason.kind === "birthday" && reason.daysAway === 0) || reason.kind === "promise-theirs";

export type TodaySignal = { clientId: string; reason: TodayReason };
export type TodayClient = {
  clientId: string;
  weight: number;
  /** What serves the client first (R30), then by weight. */
  reasons: TodayReason[];
};

/**
 * Whom to call today and why: one line per client with all its reasons, the most pressing first; ties by client id, so that the list stands still
 * while nothing changes. The weights of a client's reasons add up and count more for a higher tier.
 */
export function rankToday(signals: readonly TodaySignal[], tiers: ReadonlyMap<string, Tier | null>): TodayClient[] {
  const byClient = new Map<string, TodayReason[]>();
  for (const { clientId, reason } of signals) {
    const reasons = byClient.get(clientId);
    if (reasons) reasons.push(reason);
    else byClient.set(clientId, [reason]);
  }
  return [...byClient]
    .filter(([, reasons]) => reasons.some(isCall))
    .map(([clientId, reasons]) => {
      const tier = tiers.get(clientId);
      const sum = reasons.reduce((total, reason) => total + weightOf(reason), 0);
      return {
        clientId,
        weight: Math.round(sum * (tier ? weightOfTier[tier] : 1) * many) / many,
        reasons: [...reasons].sort(
          (a, b) =>
            Number(interestOf(b) === "client") - Number(interestOf(a) === "client") || weightOf(b) - weightOf(a),
        ),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.clientId < b.clientId ? -1 : 1));
}
