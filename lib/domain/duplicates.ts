/** Message keys of what two clients have in common. */
export type DuplicateReason = "inn-kpp" | "inn" | "name" | "phone" | "email";

/** `nameKey` from client-name, the channel keys from channel. */
export type Identity = {
  inn: string | null;
  kpp: string | null;
  nameKey: string;
  phoneKeys: readonly string[];
  emailKeys: readonly string[];
};

/** certain: refuse without an explicit "it is another one"; likely: ask; possible: mention. */
export type DuplicateStrength = "certain" | "likely" | "possible";

export type Duplicate<C> = { client: C; strength: DuplicateStrength; reasons: DuplicateReason[] };

const strengthOf: Record<DuplicateReason, DuplicateStrength> = {
  "inn-kpp": "certain",
  inn: "likely",
  name: "likely",
  phone: "possible",
  email: "possible",
};
const order: readonly DuplicateStrength[] = ["certain", "likely", "possible"];

/**
 * Which of the clients in reach may be the one that is being typed in (domain 13.7), strongest first. The caller passes only
 * clients within the person's reach; a known INN outside of it is another answer and not made here.
 */
export function findDuplicates<C extends Identity>(draft: Identity, inReach: readonly C[]): Duplicate<C>[] {
  return inReach
    .map((client) => match(draft, client))
    .filter((found) => found !== null)
    .sort((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength) || b.reasons.length - a.reasons.length);
}

function match<C extends Identity>(draft: Identity, client: C): Duplicate<C> | null {
  const reasons = reasonsOf(draft, client);
  const strength = order.find((level) => reasons.some((reason) => strengthOf[reason] === level));
  return strength ? { client, strength, reasons } : null;
}

function reasonsOf(a: Identity, b: Identity): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  // Branches of one company share its INN and differ by KPP; without a KPP the INN says nothing about the branch.
  if (a.inn !== null && a.inn === b.inn) reasons.push(a.kpp === b.kpp ? "inn-kpp" : "inn");
  if (a.nameKey !== "" && a.nameKey === b.nameKey) reasons.push("name");
  if (a.phoneKeys.some((key) => b.phoneKeys.includes(key))) reasons.push("phone");
  if (a.emailKeys.some((key) => b.emailKeys.includes(key))) reasons.push("email");
  return reasons;
}
