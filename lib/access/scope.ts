import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/domain/roles";
import type { Locale } from "@/lib/i18n/locale";
import type { Ability } from "./policy";

/** The client of a door's own transaction. Features get the type from here; nobody but lib/access holds a client. */
export type Tx = Prisma.TransactionClient;

declare const fromADoor: unique symbol;

/** Proof that a door was passed: tenant, member and reach are already written into the transaction that `db` speaks to. */
export type Scope = {
  readonly [fromADoor]: true;
  readonly db: Tx;
  readonly company: {
    readonly id: string;
    readonly name: string;
    readonly locale: Locale;
    readonly zone: string;
    /** ISO 4217 */
    readonly currency: string;
    /** 1–12 */
    readonly fiscalStartMonth: number;
  };
  readonly member: { readonly id: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly roles: readonly Role[];
  /** few: at most 300 clients; many; all: the whole company. */
  readonly reach: "few" | "many" | "all";
  /** The company's day, "YYYY-MM-DD": one per transaction. */
  readonly today: string;
  readonly now: Date;
  /** The person's own zone and language. */
  readonly zone: string;
  readonly locale: Locale;
  readonly can: (ability: Ability) => boolean;
};

/** What the clock's work runs in: a company, no member, everything in it. */
export type JobScope = Pick<Scope, "db" | "today" | "now"> & { readonly company: { readonly id: string } };
