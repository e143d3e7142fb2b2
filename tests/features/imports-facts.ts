// The roll-ups, recomputed from the facts by another way than the triggers.
import { expect } from "vitest";
import { type DatedLine, sourceKindsOf } from "@/lib/domain/source-kind";
import { splitCredit } from "@/lib/domain/split-credit";
import type { House } from "./assignments-house";

type Line = {
  id: string;
  client: string;
  day: string;
  group: string | null;
  amount: string;
  base: string;
  cost: string | null;
  credit: string | null;
  source: string;
};
type Share = { sale: string; member: string; share: string; amount: string; cost: string | null; counted: number };
type Month = { key: string; amount: string; cost: string; uncosted: string; lines: string };

const noId = "00000000-0000-0000-0000-000000000000";

/** Fails unless both roll-ups are what the sale lines and their shares add up to, and every source and share is what the domain says. */
export async function expectRollUps(house: House): Promise<void> {
  const lines = await house.rows<Line>(
    `select id::text, client_id::text as client, sold_on::text as day, group_id::text as "group", amount::text, base_amount::text as base, cost::text, credit_id::text as credit, source
     from sale_line where tenant_id = $1`,
    [house.company],
  );
  const shares = await house.rows<Share>(
    "select sale_id::text as sale, member_id::text as member, share::text, amount::text, cost::text, counted from sale_share where tenant_id = $1 order by counted desc, member_id",
    [house.company],
  );
  const sharesOf = grouped(shares, ({ sale }) => sale);
  const clients = new Map<string, Month>();
  const credits = new Map<string, Month>();
  for (const line of lines) {
    const tail = `${line.group ?? noId} ${line.source}`;
    const month = `${line.day.slice(0, 7)}-01`;
    add(
      clients,
      `${line.client} ${month} ${tail}`,
      BigInt(line.base),
      line.cost === null ? null : BigInt(line.cost),
      1,
    );
    const parts = sharesOf.get(line.id) ?? [
      { member: line.credit ?? noId, amount: line.base, cost: line.cost, counted: 1 },
    ];
    for (const part of parts) {
      add(
        credits,
        `${part.member} ${line.client} ${month} ${tail}`,
        BigInt(part.amount),
        part.cost === null ? null : BigInt(part.cost),
        part.counted,
      );
    }
    if (sharesOf.has(line.id)) expectShares(line, sharesOf.get(line.id) ?? []);
  }
  expect(sorted(await months(house, "client_month", "client_id || ' ' || month"))).toEqual(
    sorted([...clients.values()]),
  );
  expect(sorted(await months(house, "credit_month", "member_id || ' ' || client_id || ' ' || month"))).toEqual(
    sorted([...credits.values()]),
  );
  for (const ofClient of grouped(lines, ({ client }) => client).values()) {
    const dated = ofClient.map(({ day, group, amount }): DatedLine => ({ day, group, amount: BigInt(amount) }));
    expect(ofClient.map(({ source }) => source)).toEqual(sourceKindsOf(dated));
  }
}

function add(months: Map<string, Month>, key: string, amount: bigint, cost: bigint | null, counted: number): void {
  const month = months.get(key) ?? { key, amount: "0", cost: "0", uncosted: "0", lines: "0" };
  month.amount = String(BigInt(month.amount) + amount);
  month.cost = String(BigInt(month.cost) + (cost ?? 0n));
  month.uncosted = String(Number(month.uncosted) + (cost === null ? counted : 0));
  month.lines = String(Number(month.lines) + counted);
  months.set(key, month);
}

function expectShares(line: Line, parts: Share[]): void {
  const whole = parts.map(({ share }) => Math.round(Number(share) * 100));
  // Parts of equal remainder go by place, and the place is not stored: so the sums and each part's nearness are what can be held.
  const fair = splitCredit(BigInt(line.base), whole).map(Number);
  expect(parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(BigInt(line.base));
  for (const [at, { amount }] of parts.entries())
    expect(Math.abs(Number(amount) - (fair[at] ?? 0))).toBeLessThanOrEqual(1);
}

async function months(house: House, table: string, key: string): Promise<Month[]> {
  return house.rows<Month>(
    `select ${key} || ' ' || group_id || ' ' || source as key, amount::text, cost::text, uncosted::text, lines::text from ${table} where tenant_id = $1`,
    [house.company],
  );
}

function sorted(months: readonly Month[]): Month[] {
  return [...months].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
