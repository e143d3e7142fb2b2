// Kills parts of a running Grange at seeded points while writes go on, and counts what was acknowledged.
import { setTimeout as sleep } from "node:timers/promises";
import type { Grange, Part } from "@/tests/support/grange";
import { Refused } from "./signed-in";

export type Trial = {
  grange: Grange;
  kills: number;
  seed: number;
  /**
   * One write; resolves only when the app has acknowledged it. A failed one is tried again with the same `key` (a uuid),
   * as a browser does: it must then happen once. A refusal ends the trial.
   */
  write: (write: { number: number; key: string; lane: number }) => Promise<void>;
  /** Called after every recovery with the numbers of all acknowledged writes; throws when one is lost or an invariant broken. */
  check: (acknowledged: number[]) => Promise<void>;
};

export type Outcome = { acknowledged: number; retried: number; killed: Part[] };

/** Each at least once in four kills. */
export const PARTS: Part[] = ["server", "database", "worker", "everything"];

/** A kill comes after a seeded number of acknowledged writes and a few milliseconds more: somewhere within a write. */
export async function surviveKills({ grange, kills, seed, write, check }: Trial): Promise<Outcome> {
  const random = randomFrom(seed);
  const acknowledged: number[] = [];
  const outcome: Outcome = { acknowledged: 0, retried: 0, killed: [] };
  let writing = true;

  const writer = async (lane: number) => {
    for (let number = lane; writing; number += LANES) {
      const key = crypto.randomUUID();
      for (let attempt = 0; ; attempt++) {
        try {
          await write({ number, key, lane });
          acknowledged.push(number);
          break;
        } catch (error) {
          // After about two minutes nothing recovers any more.
          if (error instanceof Refused || attempt > 600) throw error;
          if (!writing) return; // never acknowledged: nothing is promised
          outcome.retried++;
          await sleep(200);
        }
      }
    }
  };
  const writers = Promise.all(Array.from({ length: LANES }, (_, lane) => writer(lane)));
  writers.catch(() => undefined); // awaited below

  try {
    for (let kill = 0; kill < kills; kill++) {
      const target = acknowledged.length + 5 + Math.floor(random() * 40);
      while (acknowledged.length < target) await Promise.race([sleep(2), writers]);
      await sleep(Math.floor(random() * 20));
      const part = PARTS[kill] ?? PARTS[Math.floor(random() * PARTS.length)] ?? "server";
      outcome.killed.push(part);
      grange.kill(part);
      await grange.recover();
      await check([...acknowledged]);
    }
  } finally {
    writing = false;
  }
  await writers;
  await check(acknowledged);
  outcome.acknowledged = acknowledged.length;
  return outcome;
}

const LANES = 4;

/** mulberry32: the same seed gives the same kills. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
