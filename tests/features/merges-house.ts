// Two cards of one book with everything that a client can have, for the tests of merges. The test file mocks next/headers and the like.
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { SESSION_COOKIE } from "@/lib/access/caller";
import type { Envelope } from "@/lib/access/doors";
import type { Result } from "@/lib/access/refusal";
import { request } from "@/tests/access/doors/next";
import { type Opened, openWorld } from "@/tests/access/world/open";
import type { Part } from "@/tests/access/world/people";
import { personOf, TODAY } from "@/tests/access/world/world";
import { testDatabase } from "@/tests/support/database-setup";

/** Kept by every write: not what somebody said. */
const BOOKKEEPING = "{version,updated_at}";

export class MergeHouse {
  private constructor(
    readonly opened: Opened,
    private readonly tables: readonly string[],
  ) {}

  /** `client` of the own book has a row in every table; `client2` has some of the same: a tag, an answer, a contract's number, a month of the plan. */
  static async open(): Promise<MergeHouse> {
    process.env.GRANGE_TODAY = TODAY;
    request.headers = new Headers({ host: "grange.test", origin: "http://grange.test" });
    const opened = await openWorld(testDatabase());
    // All of them, so that a later one is not forgotten; but for what tells that there was a merge.
    const { rows } = await opened.owner.query<{ name: string }>(
      "select table_name as name from app.isolated except select unnest('{audit_entry,merge,idempotency_key}'::text[]) order by 1",
    );
    const house = new MergeHouse(
      opened,
      rows.map(({ name }) => name),
    );
    await house.fill();
    return house;
  }

  get own() {
    return this.opened.world.own;
  }

  async all<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.opened.owner.query(text, values)).rows as T[];
  }

  /** From now on this person sits at the browser. */
  async sit(part: Part): Promise<void> {
    const { sid } = personOf(this.own, part);
    request.cookies.set(SESSION_COOKIE, await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" }));
  }

  send<I, T>(door: (asked: Envelope<I>) => Promise<Result<T>>, input: I): Promise<Result<T>> {
    return door({ key: randomUUID(), company: this.own.tenant, input });
  }

  /** Every row of every table of the company, without bookkeeping, as text by table. */
  async content(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const table of this.tables) {
      const rows = await this.all<{ row: string }>(
        `select (to_jsonb(x) - $2::text[])::text as row from public.${table} x where tenant_id = $1 and to_jsonb(x) ->> 'touches' is distinct from '0' order by 1`,
        [this.own.tenant, BOOKKEEPING],
      );
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  }

  private async fill(): Promise<void> {
    const { tenant, ids } = this.own;
    // A specialist with a share, so that credit is split: the lines are counted anew with it.
    await this.all("update assignment set share = 70 where tenant_id = $1 and role = 'primary'", [tenant]);
    await this.all("update assignment set share = 30 where tenant_id = $1 and role = 'specialist'", [tenant]);
    await this.all("update sale_line set quantity = 1 where tenant_id = $1", [tenant]);
    await this.all("insert into client_tag (tenant_id, client_id, tag_id) values ($1, $2, $3)", [
      tenant,
      ids.client2,
      ids.tag,
    ]);
    await this.all(
      "insert into profile_answer (tenant_id, client_id, question_id, content, confirmed_on) select $1, $2, question_id, 'theirs', $4 from profile_answer where id = $3",
      [tenant, ids.client2, ids.answer, TODAY],
    );
    await this.all(
      "insert into contract (tenant_id, client_id, number) select $1, $2, number from contract where id = $3",
      [tenant, ids.client2, ids.contract],
    );
    // A version's cells and its figure change together or not at all.
    await this.all("begin");
    await this.all("update plan_version set figure = 1700 where id = $1", [ids.planDraft]);
    await this.all(
      "insert into plan_cell (tenant_id, version_id, client_id, card_id, month, amount) values ($1, $2, $3, $3, '2026-01-01', 700)",
      [tenant, ids.planDraft, ids.client2],
    );
    await this.all("commit");
  }

  async close(): Promise<void> {
    await this.opened.close();
  }
}
