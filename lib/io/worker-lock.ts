/** First key of the worker's advisory locks: with 0 while a worker starts, with the hash of its name as long as it lives. */
export const WORKER_LOCK = 0x6772616e; // "gran"
