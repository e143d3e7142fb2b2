import { createHash } from "node:crypto";
import { addDays, type CalendarDate } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import { type Case, ownerOn, type Scene } from "./casebook";
import type { KeyNumber } from "./rows";
import type { Story } from "./words";

/** The id that app.ship_client_card gives to what every company starts with: a hash in the form of a UUID (version 8). */
export function shippedId(tenant: string, what: "number" | "question", key: string): string {
  const hex = createHash("md5").update(`${tenant}:${what}:${key}`).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}

type Value = Pick<KeyNumber, "minor" | "currency" | "figure" | "content">;
type Known = { key: string; value: Value; earlier?: Value; halfLife: number };

/** Key numbers, each with an age: most are fresh, a fifth is older than what it is worth. Some have an earlier value. */
export function numbersOf(
  one: Case,
  scene: Scene,
  { tenant, ordinal, told }: { tenant: string; ordinal: number; told?: Story["numbers"] },
  random: Random,
): KeyNumber[] {
  const { today, words } = scene;
  const share = { A: 0.9, B: 0.6, C: 0.35 }[one.client.tier ?? "C"];
  return knownOf(one, scene, ordinal, random).flatMap(({ key, value: drawn, earlier: drawnBefore, halfLife }) => {
    const said = told?.[key];
    if (!random.chance(share) && !said) return [];
    const drawnAge = Math.round(halfLife * (random.chance(0.2) ? 1.05 + random.next() * 0.7 : random.next() * 0.9));
    const age = said?.[1] ?? drawnAge;
    const value = said ? instead(drawn, said[0]) : drawn;
    const earlier = said ? (said[2] === undefined ? undefined : instead(drawn, said[2])) : drawnBefore;
    const as_of = addDays(today, -age);
    const isWritten = ["contract_sum", "payment_days", "discount", "volume_bonus"].includes(key);
    const source =
      isWritten && one.contract ? "document" : key === "debt" || key === "monthly_volume" ? "own" : "person";
    const note =
      source === "document"
        ? `${words.sources.document} ${one.contract?.number ?? ""}`.trim()
        : source === "own"
          ? words.sources.own
          : null;
    const contact = source === "person" ? (one.contacts[0]?.id ?? null) : null;
    const row = (of: Value, day: CalendarDate): KeyNumber[] => {
      const author = ownerOn(one, day) ?? ownerOn(one, today);
      if (author === null || day < one.from) return [];
      return [
        {
          id: random.uuid(),
          client_id: one.client.id,
          kind_id: shippedId(tenant, "number", key),
          ...of,
          as_of: day,
          source,
          contact_id: contact,
          source_note: note,
          created_by: author,
          created_at: `${day} 12:00:00 ${scene.zone}`,
        },
      ];
    };
    const before = earlier && (said || random.chance(0.45)) ? row(earlier, addDays(as_of, -random.int(120, 400))) : [];
    return [...before, ...row(value, as_of)];
  });
}

const instead = (value: Value, major: number): Value =>
  value.minor === null ? { ...value, figure: major } : { ...value, minor: major * 100 };

function knownOf(one: Case, { today, currency, words }: Scene, ordinal: number, random: Random): Known[] {
  const nothing = { minor: null, currency: null, figure: null, content: null };
  const money = (minor: number): Value => ({ ...nothing, minor: Math.round(minor), currency });
  const figure = (value: number): Value => ({ ...nothing, figure: value });
  const year = one.lines
    .filter(({ sold_on }) => sold_on > addDays(today, -365))
    .reduce((sum, { base_amount }) => sum + base_amount, 0);
  // A round figure, as people say it: two digits and noughts.
  const round = (value: number) => {
    const unit = 10 ** Math.max(4, Math.floor(Math.log10(Math.max(value, 1))) - 1);
    return Math.max(unit, Math.round(value / unit) * unit);
  };
  const staff = { A: random.int(80, 900), B: random.int(20, 160), C: random.int(3, 40) }[one.client.tier ?? "C"];
  const usual = random.pick([7, 14, 14, 21, 30, 30, 45]);
  const days = one.tags.map((tag) => words.paymentTags[tag]).find((tagged) => tagged !== undefined) ?? usual;
  const discount = random.pick([2, 3, 5, 5, 7, 10]);
  const isBusiness = one.client.kind !== "person";
  const terms: Known[] = [
    { key: "payment_days", value: figure(days), earlier: figure(days === 7 ? 0 : 7), halfLife: 365 },
    { key: "discount", value: figure(discount), earlier: figure(Math.max(0, discount - 2)), halfLife: 180 },
    { key: "delivery_days", value: figure(random.pick([2, 3, 4, 5, 7, 10])), halfLife: 180 },
  ];
  if (!isBusiness) return terms;
  const limit = round(Math.max(year, 5_000_000) * (Math.max(days, 5) / 365) * 1.6);
  const sums: Known[] = [
    { key: "credit_limit", value: money(limit), earlier: money(round(limit * 0.7)), halfLife: 180 },
    { key: "debt", value: money(Math.round((limit * random.next() * 0.95) / 1000) * 1000), halfLife: 14 },
    { key: "min_order", value: money(round(Math.max(limit * 0.05, 1_000_000))), halfLife: 365 },
    { key: "headcount", value: figure(staff), earlier: figure(Math.round(staff * 0.85)), halfLife: 365 },
    { key: "bank_account", value: { ...nothing, content: words.bankAccount(ordinal) }, halfLife: 730 },
  ];
  const busy: Known[] =
    year > 0
      ? [
          { key: "monthly_volume", value: money(round(year / 12)), halfLife: 120 },
          { key: "own_target", value: money(round(year * random.int(6, 30))), halfLife: 365 },
          { key: "volume_bonus", value: figure(random.pick([1, 1.5, 2, 3])), halfLife: 365 },
          { key: "promo_budget", value: money(round(year * 0.03)), halfLife: 365 },
          { key: "outlets", value: figure(Math.max(1, Math.round(staff / 12))), halfLife: 365 },
        ]
      : [];
  const contract: Known[] =
    one.contract?.amount && one.contract.currency === currency
      ? [{ key: "contract_sum", value: money(one.contract.amount), halfLife: 365 }]
      : [];
  return [...terms, ...sums, ...contract, ...busy];
}
