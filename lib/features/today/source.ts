import type { Scope } from "@/lib/access/scope";
import type { TodaySignal } from "@/lib/domain/today";

/** Says why clients of the caller's own book (`held`) are to be thought of today: one statement or two. */
export type TodaySource = (scope: Scope, held: readonly string[]) => Promise<TodaySignal[]>;
