// A company with two teams, their books, sales and plans, for the tests of progress.
import { House, type Person } from "./assignments-house";

export class ProgressHouse {
  private document = 0;
  private constructor(readonly house: House) {}

  static async open(): Promise<ProgressHouse> {
    return new ProgressHouse(await House.open());
  }

  /** A sale of so many minor units, credited to the owner of that day unless a seller is named. */
  async sell(client: string, day: string, amount: number, more: Record<string, unknown> = {}): Promise<void> {
    const [owner] = await this.house.owners([client], day);
    await this.house.row("sale_line", {
      ...{ client_id: client, sold_on: day, document: `D${++this.document}`, line: "1", currency: "RUB" },
      ...{ source: "renewal", amount, base_amount: amount, owner_id: owner ?? null, ...more },
    });
  }

  /** An approved plan of a person with a figure for each of these months: the cells are those of one client each, or none. */
  async plan(of: Person, kind: "book" | "team" | "company", startsOn: string, figure: number): Promise<string> {
    const plan = await this.house.row("plan", { member_id: of.member, kind, starts_on: startsOn });
    return this.house.row("plan_version", {
      ...{ plan_id: plan, member_id: of.member, number: 1, status: "approved", figure, in_force_from: startsOn },
    });
  }

  async figure(version: string, of: Person, startsOn: string, months: number, amount: number): Promise<void> {
    await this.house.row("plan_figure", {
      version_id: version,
      member_id: of.member,
      starts_on: startsOn,
      months,
      amount,
    });
  }

  /** What the plan says for a client and month, and whose it is. */
  async cell(
    version: string,
    of: Person,
    client: string,
    month: string,
    amount: number,
    planned = amount,
  ): Promise<void> {
    const tenant = this.house.company;
    const [{ name } = { name: "" }] = await this.house.rows<{ name: string }>("select name from client where id = $1", [
      client,
    ]);
    await this.house.owner.query("begin");
    await this.house.owner.query(
      "insert into plan_cell (tenant_id, version_id, client_id, month, card_id, amount) values ($1, $2, $3, $4, $3, $5) on conflict do nothing",
      [tenant, version, client, month, planned],
    );
    await this.house.owner.query(
      "update plan_version set figure = cells_total where tenant_id = $1 and id = $2 and cells > 0",
      [tenant, version],
    );
    await this.house.owner.query("commit");
    await this.house.owner.query("insert into plan_credit values ($1, $2, $3, $4, $5, $6, $7, $8)", [
      tenant,
      of.member,
      month,
      client,
      name,
      version,
      amount,
      planned,
    ]);
  }
}
