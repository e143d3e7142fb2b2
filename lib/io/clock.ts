/** The only reader of the system clock; everything else gets `now` and `today` from its scope. */
export function now(): Date {
  const day = frozenDay();
  if (!day) return new Date();
  // A frozen day keeps the real time of day, so that things still come one after the other.
  return new Date(`${day}T${new Date().toISOString().slice(11)}`);
}

/** The day that GRANGE_TODAY freezes ("YYYY-MM-DD"), for tests and screenshots; null in earnest. */
export function frozenDay(): string | null {
  return process.env.GRANGE_TODAY || null;
}
