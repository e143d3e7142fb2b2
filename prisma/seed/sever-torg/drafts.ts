import type { CalendarDate } from "@/lib/domain/calendar-date";
import { clientNameKey } from "@/lib/domain/client-name";
import type { ClientKind } from "@/lib/domain/requisites";
import type { Tier } from "@/lib/domain/tier";
import type { WorkMode } from "@/lib/domain/work-mode";
import { ago } from "../dates";
import { companyName, type HumanName, humanName } from "../naming";
import type { Random } from "../random";
import { type Region, regions } from "../words/places";
import { type Trade, trades } from "../words/trades";
import type { Key } from "./people";

/** A client before it has an id, a code and requisites. `head` is the draft that it stands under in a group. */
export type Draft = {
  name: string;
  /** Without it the legal name is the name itself. */
  legalName: string | null;
  kind: ClientKind;
  trade: Trade | null;
  region: Region;
  city: string;
  areaCode: string;
  tier: Tier | null;
  workMode: WorkMode;
  since: CalendarDate | null;
  head: Draft | null;
  /** A branch has its head's INN and a KPP of its own. */
  branch: boolean;
  owner: Key | null;
};

const byWeight = <T extends { weight: number }>(all: readonly T[]) => all.map((one) => [one, one.weight] as const);

function sinceDay(today: CalendarDate, random: Random): CalendarDate {
  const [from, to] = random.weighted<[number, number]>([
    [[1, 12], 14],
    [[12, 36], 30],
    [[36, 72], 33],
    [[72, 132], 23],
  ]);
  return ago(today, 0, random.int(from, to - 1), random.int(0, 27));
}

const tierOf = (random: Random) =>
  random.weighted<Tier | null>([
    ["A", 8],
    ["B", 31],
    ["C", 59],
    [null, 2],
  ]);
const modeOf = (random: Random) =>
  random.weighted<WorkMode>([
    ["proactive", 54],
    ["mixed", 30],
    ["reactive", 16],
  ]);

/** A draft with everything drawn that `known` does not say. */
export function draft(
  today: CalendarDate,
  random: Random,
  known: Partial<Draft> & Pick<Draft, "name" | "owner">,
): Draft {
  const region = known.region ?? random.weighted(byWeight(regions));
  const [city, areaCode] = random.pick(region.cities);
  const drawn = {
    tier: tierOf(random),
    workMode: modeOf(random),
    since: random.chance(0.03) ? null : sinceDay(today, random),
  };
  return {
    legalName: null,
    kind: "company",
    trade: null,
    region,
    city,
    areaCode,
    ...drawn,
    head: null,
    branch: false,
    ...known,
  };
}

/** Makes names that no two clients share, also when legal forms and quotes are left out. */
export class Names {
  private readonly taken = new Set<string>();

  claim(name: string): boolean {
    const key = clientNameKey(name);
    return !this.taken.has(key) && this.taken.add(key) !== undefined;
  }

  draw<T>(make: () => T, nameOf: (made: T) => string): T {
    for (;;) {
      const made = make();
      if (this.claim(nameOf(made))) return made;
    }
  }
}

export function singleDraft(today: CalendarDate, random: Random, names: Names, owner: Key | null): Draft {
  const kind = random.weighted<ClientKind>([
    ["company", 83],
    ["entrepreneur", 12],
    ["person", 5],
  ]);
  if (kind === "company") {
    const trade = random.weighted(byWeight(trades));
    const {
      name,
      bare,
      regions: homes,
    } = names.draw(
      () => companyName(random, trade),
      (made) => made.name,
    );
    const form = random.weighted([
      ["ООО", 89],
      ["АО", 10],
      ["ПАО", 1],
    ]);
    const home = homes.length > 0 ? regions.find((region) => region.name === random.pick(homes)) : undefined;
    return draft(today, random, { name, legalName: `${form} «${bare}»`, trade, owner, ...(home && { region: home }) });
  }
  const { full, short } = names.draw(
    () => personNames(humanName(random)),
    (made) => (kind === "person" ? made.full : made.short),
  );
  if (kind === "person") return draft(today, random, { name: full, kind, tier: "C", owner });
  const trade = random.weighted(byWeight(trades));
  const legalName = `Индивидуальный предприниматель ${full}`;
  return draft(today, random, { name: short, legalName, kind, trade, tier: random.chance(0.2) ? "B" : "C", owner });
}

function personNames({ last, first, middle }: HumanName) {
  return { full: `${last} ${first} ${middle}`, short: `ИП ${last} ${first.charAt(0)}. ${middle.charAt(0)}.` };
}
