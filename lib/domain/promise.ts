/** Whose commitment it is: ours to the client, or theirs to us. */
export const promiseSides = ["ours", "theirs"] as const;
/** How a promise ends. */
export const promiseEnds = ["kept", "broken", "released"] as const;
export const promiseStates = ["open", ...promiseEnds] as const;
export type PromiseSide = (typeof promiseSides)[number];
