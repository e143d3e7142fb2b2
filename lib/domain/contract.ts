import { type CalendarDate, daysBetween } from "./calendar-date";
import { currencyExponent, decimalOf } from "./money";

export const contractStatuses = ["draft", "signed", "ended"] as const;
export type ContractStatus = (typeof contractStatuses)[number];

/** A contract that ends this soon wants a talk about the next one. */
export const CONTRACT_ENDS_SOON = 60;

type Terms = {
  status: ContractStatus;
  signedOn: CalendarDate | null;
  startsOn: CalendarDate | null;
  /** The last day. */
  endsOn: CalendarDate | null;
};

/**
 * How a contract stands on a day. `ahead`: signed, begins in `days`; `open`: in force without an end; `running`: in force, `days` left after this one;
 * `soon`: the same, within sixty days; `over`: its last day was `days` ago and nobody has ended it.
 */
export type ContractStanding =
  | { kind: "draft" | "ended" | "open"; days: null }
  | { kind: "ahead" | "running" | "soon" | "over"; days: number };

export function contractStanding(terms: Terms, today: CalendarDate): ContractStanding {
  if (terms.status !== "signed") return { kind: terms.status, days: null };
  const { endsOn } = terms;
  if (endsOn !== null && endsOn < today) return { kind: "over", days: daysBetween(endsOn, today) };
  const from = terms.startsOn ?? terms.signedOn;
  if (from !== null && from > today) return { kind: "ahead", days: daysBetween(today, from) };
  if (endsOn === null) return { kind: "open", days: null };
  const left = daysBetween(today, endsOn);
  return { kind: left <= CONTRACT_ENDS_SOON ? "soon" : "running", days: left };
}

/** In force on that day: it binds both sides, so somebody must answer for the client (R3). */
export function isInForce(terms: Terms, today: CalendarDate): boolean {
  return ["open", "running", "soon"].includes(contractStanding(terms, today).kind);
}

export type ContractFault = {
  field: "signedOn" | "endsOn";
  code: "required" | "date-in-future" | "date-order";
};

/** What its status asks of the days: signed or ended has a day of signing that is not ahead; the end comes no earlier than the start. */
export function contractFaults(terms: Terms, today: CalendarDate): ContractFault[] {
  const faults: ContractFault[] = [];
  if (terms.status !== "draft" && terms.signedOn === null) faults.push({ field: "signedOn", code: "required" });
  if (terms.status !== "draft" && terms.signedOn !== null && terms.signedOn > today)
    faults.push({ field: "signedOn", code: "date-in-future" });
  if (terms.status === "ended" && terms.endsOn === null) faults.push({ field: "endsOn", code: "required" });
  if (terms.startsOn !== null && terms.endsOn !== null && terms.endsOn < terms.startsOn)
    faults.push({ field: "endsOn", code: "date-order" });
  return faults;
}

type Contract = Terms & { number: string; amount: bigint | null; currency: string | null; note: string | null };

/** A contract as text fields hold it: days as ISO or "", its amount in major units as a person of that decimal mark types it ("1200000,5"). `currency` for one without an amount. */
export function contractTyped(contract: Contract, currency: string, mark: "," | ".") {
  const { number, status, amount } = contract;
  const own = contract.currency ?? currency;
  const typed = amount === null ? "" : decimalOf(amount, currencyExponent(own)).replace(/\.0+$/, "");
  return {
    number,
    status,
    signedOn: contract.signedOn ?? "",
    startsOn: contract.startsOn ?? "",
    endsOn: contract.endsOn ?? "",
    amount: typed.replace(".", mark),
    currency: own,
    note: contract.note ?? "",
  };
}
