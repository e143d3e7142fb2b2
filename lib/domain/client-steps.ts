import type { CallReason } from "./call-reasons";
import type { ContactLevel, Coverage } from "./coverage";
import { weightOf } from "./today";

/** Something to do for a client, with its reason. */
export type ClientStep =
  | { kind: "promise"; count: number; late: number }
  | { kind: "theirs"; count: number; late: number }
  | CallReason
  | { kind: "birthday"; contactId: string; name: string; daysAway: number }
  | { kind: "need"; id: string; title: string; count: number }
  | { kind: "number"; names: string[] }
  | { kind: "level"; level: ContactLevel; state: "missing" | "unknown" }
  | { kind: "profile"; percent: number; left: number };

export type ClientFacts = {
  /** Days by which each promise of ours is late; only late ones. */
  latePromises: readonly number[];
  /** The same of theirs. */
  lateTheirs: readonly number[];
  /** Why somebody should be called, see lib/domain/today. */
  calls: readonly CallReason[];
  birthdays: readonly { contactId: string; name: string; daysAway: number }[];
  /** Open needs that nothing was offered for, oldest first. */
  unanswered: readonly { id: string; title: string }[];
  staleNumbers: readonly string[];
  /** Null where there are no levels: a client that is one human. */
  coverage: Coverage | null;
  profile: { percent: number | null; asked: number; filled: number };
};

const WISHES_AHEAD = 7;
const ENOUGH_PERCENT = 80;

/** A customer who stays away comes before their late word; a contract before a contact that is due. */
const beforeTheirs: readonly CallReason["kind"][] = ["rhythm", "contract"];
const afterTheirs: readonly CallReason["kind"][] = ["touch", "executive", "person"];

/**
 * What to do next for a client: our word first, then a silence that is not theirs, their word, the contact, then people, their needs, and only then
 * what we do not know. One step of a kind at most, the most pressing, so that the list can be read in a glance.
 */
export function clientSteps(facts: ClientFacts): ClientStep[] {
  const steps: ClientStep[] = [];
  const { latePromises, lateTheirs, profile } = facts;
  if (latePromises.length > 0)
    steps.push({ kind: "promise", count: latePromises.length, late: Math.max(...latePromises) });
  steps.push(...firstOf(facts.calls, beforeTheirs));
  if (lateTheirs.length > 0) steps.push({ kind: "theirs", count: lateTheirs.length, late: Math.max(...lateTheirs) });
  steps.push(...firstOf(facts.calls, afterTheirs));
  const [birthday] = [...facts.birthdays].sort((a, b) => a.daysAway - b.daysAway);
  if (birthday && birthday.daysAway <= WISHES_AHEAD) steps.push({ kind: "birthday", ...birthday });
  const [need] = facts.unanswered;
  if (need) steps.push({ kind: "need", id: need.id, title: need.title, count: facts.unanswered.length });
  if (facts.staleNumbers.length > 0) steps.push({ kind: "number", names: [...facts.staleNumbers] });
  // The highest level that is open matters most.
  const gap = facts.coverage?.levels.find(({ state }) => state !== "covered");
  if (gap && gap.state !== "covered") steps.push({ kind: "level", level: gap.level, state: gap.state });
  if (profile.percent !== null && profile.percent < ENOUGH_PERCENT)
    steps.push({ kind: "profile", percent: profile.percent, left: profile.asked - profile.filled });
  return steps;
}

/** The most pressing reason of each of these kinds, in their order. */
function firstOf(calls: readonly CallReason[], kinds: readonly CallReason["kind"][]): CallReason[] {
  return kinds.flatMap((kind) =>
    calls
      .filter((call) => call.kind === kind)
      .sort((a, b) => weightOf(b) - weightOf(a))
      .slice(0, 1),
  );
}
