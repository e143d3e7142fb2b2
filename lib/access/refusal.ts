import type { Messages } from "@/lib/i18n/messages";

export type ErrorCode = keyof Messages["errors"];
export type FieldErrors = Record<string, ErrorCode>;

/** The answer of every write. `values` are both sides of a conflict; `request` finds a bug in the log. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; code: ErrorCode; fields?: FieldErrors; values?: unknown; request?: string };

/** A known failure. Thrown inside a door it rolls everything back, and the door answers with its code. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: { fields?: FieldErrors; values?: unknown } = {},
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** A failure whose traces must stay (a counted attempt, a note for the admin): returned, not thrown, so that it is committed. */
export class Refused {
  constructor(
    readonly code: ErrorCode,
    readonly fields?: FieldErrors,
  ) {}
}

/** What was asked for stands at another address: a page's door leads there (a client whose card went into another). */
export class Moved extends Error {
  constructor(readonly to: `/${string}`) {
    super("moved");
    this.name = "Moved";
  }
}
