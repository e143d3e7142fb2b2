import type { Ids } from "../world/ids";

/** Stands for an id of the caller's own book inside another column's call. */
export const OWN: Ids = new Proxy({} as Ids, { get: (_, name) => `own:${String(name)}` });
