// A small company for the tests of assignments and dictionaries: people with sessions, teams, clients with owners; and a browser's place.
// The test file mocks next/headers and the like with tests/access/doors/next.
import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { SESSION_COOKIE, sha256 } from "@/lib/access/caller";
import type { Envelope } from "@/lib/access/doors";
import type { Result } from "@/lib/access/refusal";
import type { Role } from "@/lib/domain/roles";
import { request } from "@/tests/access/doors/next";
import { testDatabase } from "@/tests/support/database-setup";

/** A Monday. */
export const TODAY = "2026-11-23";
export const MONDAY = "2026-11-30";

export type Person = { member: string; name: string; token: string };

export class House {
  private constructor(
    readonly owner: pg.Client,
    readonly company: string,
  ) {}

  static async open(): Promise<House> {
    process.env.GRANGE_TODAY = TODAY;
    request.headers = new Headers({ host: "grange.test", origin: "http://grange.test" });
    const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
    const company = randomUUID();
    await owner.query("insert into identity.tenant (id, name) values ($1, 'Test')", [company]);
    return new House(owner, company);
  }

  /** Inserts a row; answers its id. */
  async row(table: string, columns: Record<string, unknown>): Promise<string> {
    const row = { tenant_id: this.company, id: randomUUID(), ...columns };
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    const text = `insert into ${table} (${Object.keys(row).join(", ")}) values (${places.join(", ")})`;
    await this.owner.query(text, Object.values(row));
    return row.id;
  }

  async rows<T>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.owner.query(text, values)).rows as T[];
  }

  async person(name: string, ...roles: Role[]): Promise<Person> {
    const email = `${randomUUID()}@test.example`;
    const member = await this.row("member", { name, email, roles, joined_on: "2019-01-01" });
    const person = randomUUID();
    const sid = randomBytes(32).toString("base64url");
    await this.owner.query("insert into identity.person (id, email, name) values ($1, $2, $3)", [person, email, name]);
    await this.owner.query("insert into identity.membership values ($1, $2, $3)", [this.company, member, person]);
    await this.owner.query("insert into identity.session (token_hash, person_id, tenant_id) values ($1, $2, $3)", [
      Buffer.from(sha256(sid)),
      person,
      this.company,
    ]);
    return { member, name, token: await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" }) };
  }

  /** A team with its lead and members, since 2020. */
  async team(name: string, lead: Person, ...members: Person[]): Promise<void> {
    const team = await this.row("team", { name });
    const place = (person: Person, role: string) =>
      this.row("team_member", { team_id: team, member_id: person.member, role, starts_on: "2020-01-01" });
    await place(lead, "lead");
    for (const member of members) await place(member, "member");
  }

  /** A client, of this member's book since 2020; of nobody without one. */
  async client(name: string, of: Person | null, columns: Record<string, unknown> = {}): Promise<string> {
    const code = randomBytes(4).toString("hex");
    const id = await this.row("client", { code, kind: "company", name, name_key: name.toLowerCase(), ...columns });
    if (of) await this.assign(id, of);
    return id;
  }

  assign(client: string, to: Person, columns: Record<string, unknown> = {}): Promise<string> {
    const share = columns.role && columns.role !== "primary" ? 0 : 100;
    const row = {
      client_id: client,
      member_id: to.member,
      role: "primary",
      starts_on: "2020-01-01",
      share,
      ...columns,
    };
    return this.row("assignment", row);
  }

  /** All assignments of these clients, as text. */
  async assignments(...clients: string[]): Promise<string[]> {
    const text =
      "select to_jsonb(a)::text as one from assignment a where client_id = any($1) order by client_id, starts_on, id";
    return (await this.rows<{ one: string }>(text, [clients])).map(({ one }) => one);
  }

  /** The owner of each client on a day, in the order of the clients. */
  async owners(clients: readonly string[], day: string): Promise<(string | null)[]> {
    const found = await this.rows<{ client: string; owner: string }>(
      `select client_id as client, member_id as owner from assignment
       where client_id = any($1) and role = 'primary' and starts_on <= $2 and (ends_on is null or ends_on > $2)`,
      [clients, day],
    );
    return clients.map((client) => found.find((row) => row.client === client)?.owner ?? null);
  }

  /** From now on this member sits at the browser. */
  sit(person: Person): void {
    request.cookies.set(SESSION_COOKIE, person.token);
  }

  /** Sends what a form of this company sends. */
  send<I, T>(
    door: (asked: Envelope<I>) => Promise<Result<T>>,
    input: I,
    key: string = randomUUID(),
  ): Promise<Result<T>> {
    return door({ key, company: this.company, input });
  }

  async close(): Promise<void> {
    await this.owner.end();
  }
}

/** What a door answered, or a failed test. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields)} ${result.request ?? ""}`);
  return result.value;
}

/** The code of a refusal, or "ok". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? "ok" : result.code;
}
