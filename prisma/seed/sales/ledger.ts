import type { CalendarDate } from "@/lib/domain/calendar-date";
import { SOURCE_RULE, sourceKindsOf } from "@/lib/domain/source-kind";
import type { Random } from "../random";
import type { Assignment, SaleLine } from "../rows";
import type { Paper } from "./orders";

/** What one client bought and gave back. */
export type Account = { clientId: string; currency: string; papers: readonly Paper[] };

export type Books = {
  /** First letters of a shipment's and of a return's number. */
  letters: readonly [sale: string, back: string];
  assignments: readonly Assignment[];
  /** Who may be named as the seller of a document instead of the owner, on a day. */
  sellersOn: (day: CalendarDate, ownerId: string) => readonly string[];
  /** How many documents name their seller. */
  named: number;
};

/** Numbered in the order of their days through the whole company, with the owner of the day and the source by the product's own rule. */
export function ledgerOf(accounts: readonly Account[], books: Books, random: Random): SaleLine[] {
  const owners = ownersBy(books.assignments);
  const dated = accounts.flatMap((account) => account.papers.map((paper) => ({ account, paper })));
  dated.sort((a, b) => (a.paper.day < b.paper.day ? -1 : a.paper.day > b.paper.day ? 1 : 0));
  const numbers = new Map<string, number>();
  const rows = dated.flatMap(({ account, paper }): SaleLine[] => {
    const { day, isReturn, lines } = paper;
    const series = `${books.letters[isReturn ? 1 : 0]}-${day.slice(2, 4)}`;
    const number = (numbers.get(series) ?? 0) + 1;
    numbers.set(series, number);
    const owner_id = owners(account.clientId, day);
    const sellers = owner_id !== null && random.chance(books.named) ? books.sellersOn(day, owner_id) : [];
    const seller_id = sellers.length > 0 ? random.pick(sellers) : null;
    return lines.map((line, index) => ({
      id: random.uuid(),
      client_id: account.clientId,
      sold_on: day,
      document: `${series}-${String(number).padStart(5, "0")}`,
      line: String(index + 1),
      product_id: line.product.id,
      group_id: line.product.group_id,
      quantity: line.quantity,
      currency: account.currency,
      amount: line.amount,
      rate: line.rate,
      base_amount: Math.round(line.amount * line.rate),
      cost: line.cost,
      seller_id,
      owner_id,
      source: "renewal",
      source_rule: SOURCE_RULE,
    }));
  });
  return withSources(rows);
}

function ownersBy(assignments: readonly Assignment[]): (clientId: string, day: CalendarDate) => string | null {
  const primary = byClient(assignments.filter(({ role }) => role === "primary"));
  return (clientId, day) =>
    primary.get(clientId)?.find(({ starts_on, ends_on }) => starts_on <= day && (ends_on === null || day < ends_on))
      ?.member_id ?? null;
}

function withSources(rows: SaleLine[]): SaleLine[] {
  for (const lines of byClient(rows).values()) {
    const kinds = sourceKindsOf(
      lines.map(({ sold_on, group_id, amount }) => ({ day: sold_on, group: group_id, amount: BigInt(amount) })),
    );
    lines.forEach((line, index) => {
      line.source = kinds[index] ?? line.source;
    });
  }
  return rows;
}

export function byClient<T extends { client_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const parts = new Map<string, T[]>();
  for (const row of rows) {
    const part = parts.get(row.client_id);
    if (part) part.push(row);
    else parts.set(row.client_id, [row]);
  }
  return parts;
}
