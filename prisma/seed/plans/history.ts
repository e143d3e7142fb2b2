import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import type { SaleLine } from "../rows";

/** What clients bought in whole months. */
export class History {
  private readonly months = new Map<string, Map<CalendarDate, bigint>>();

  constructor(lines: readonly SaleLine[]) {
    for (const { client_id, sold_on, base_amount } of lines) {
      const month = `${sold_on.slice(0, 7)}-01`;
      const of = this.months.get(client_id) ?? new Map<CalendarDate, bigint>();
      this.months.set(client_id, of.set(month, (of.get(month) ?? 0n) + BigInt(base_amount)));
    }
  }

  /** Twelve figures from a month on. */
  year(client: string, from: CalendarDate): bigint[] {
    const of = this.months.get(client);
    return Array.from({ length: 12 }, (_, index) => of?.get(addMonths(from, index)) ?? 0n);
  }
}

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
