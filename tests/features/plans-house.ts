// A KAM with a book, a lead above, another KAM aside; and what the doors of plans are asked in the tests.
import { createPlan, pasteCells, pinCell } from "@/lib/features/plans/actions";
import { loadPlan, type PlanSheet } from "@/lib/features/plans/queries";
import { granted, House, type Person } from "./assignments-house";

export const split = { basis: "last-year", growth: 10_000, profile: "client" } as const;

export class PlanHouse {
  private constructor(
    readonly house: House,
    readonly anna: Person,
    readonly boris: Person,
    readonly lead: Person,
    readonly director: Person,
  ) {}

  /** Anna and Boris are in the lead's team. */
  static async open(): Promise<PlanHouse> {
    const house = await House.open();
    const anna = await house.person("Анна", "kam");
    const boris = await house.person("Борис", "kam");
    const lead = await house.person("Лид", "lead");
    const director = await house.person("Дана", "director");
    await house.team("Север", lead, anna, boris);
    return new PlanHouse(house, anna, boris, lead, director);
  }

  /** A client with a code that sorts, and what it bought on days. */
  async client(code: string, of: Person, sales: Record<string, number> = {}): Promise<string> {
    const id = await this.house.client(`Клиент ${code}`, of, { code });
    for (const [day, amount] of Object.entries(sales)) await this.sell(id, day, amount);
    return id;
  }

  sell(client: string, day: string, amount: number): Promise<string> {
    return this.house.row("sale_line", {
      client_id: client,
      sold_on: day,
      document: `${client}-${day}`,
      line: "1",
      currency: "RUB",
      source: "renewal",
      amount,
      base_amount: amount,
    });
  }

  /** A plan by clients for a year, drawn up by whoever sits there; answers the draft's id. */
  async plan(of: Person, figure: bigint, year = 2027): Promise<string> {
    const input = { kind: "book" as const, memberId: of.member, year, figure: String(figure), by: "clients" as const };
    return granted(await this.house.send(createPlan, { ...input, ...split })).versionId;
  }

  pin(versionId: string, clientId: string, month: number, value: bigint, seen: bigint | null = null) {
    const edit = { clientId, month, value: String(value), seen: seen === null ? null : String(seen) };
    return this.house.send(pinCell, { versionId, ...edit });
  }

  paste(versionId: string, cells: { clientId: string; month: number; value: string | null; seen: string | null }[]) {
    return this.house.send(pasteCells, { versionId, cells });
  }
}

export const sheetOf = (versionId: string): Promise<PlanSheet> => loadPlan(versionId);
export const rowOf = (sheet: PlanSheet, clientId: string) => {
  const row = sheet.rows.find(({ id }) => id === clientId);
  if (!row) throw new Error("the client has no row");
  return row;
};
/** All that the sheet shows and what it says of hidden cells. */
export const sumOf = ({ rows, hidden }: PlanSheet): bigint =>
  rows.reduce((sum, { cells }) => cells.reduce((part, amount) => part + amount, sum), hidden);
