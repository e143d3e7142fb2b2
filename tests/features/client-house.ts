// A small company for the tests of clients, contacts, book and views: people with sessions, clients with owners; and a browser's place.
import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { vi } from "vitest";
import { sha256 } from "@/lib/access/caller";
import type { Envelope } from "@/lib/access/doors";
import type { Result } from "@/lib/access/refusal";
import { clientNameKey } from "@/lib/domain/client-name";
import type { Role } from "@/lib/domain/roles";
import { testDatabase } from "@/tests/support/database-setup";

export const TODAY = "2026-11-23";
process.env.GRANGE_TODAY = TODAY;

const browser = vi.hoisted(() => ({ token: undefined as string | undefined }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (browser.token ? { value: browser.token } : undefined) }),
  headers: async () => new Headers({ host: "grange.test", origin: "http://grange.test" }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("this is the not-found page");
  },
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`);
  },
}));

export const NOT_FOUND_PAGE = "this is the not-found page";

export type Person = { member: string; token: string; company: string };
type ClientColumns = Partial<{
  code: string;
  kind: string;
  tier: string;
  work_mode: string;
  industry_id: string;
  region_id: string;
  parent_id: string;
  inn: string;
  kpp: string;
  zone: string;
  city: string;
  since: string;
  archived_at: string;
}>;

export class House {
  private constructor(
    readonly owner: pg.Client,
    readonly company: string,
  ) {}

  static async open(): Promise<House> {
    const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
    const company = randomUUID();
    await owner.query("insert into identity.tenant (id, name) values ($1, 'Test')", [company]);
    return new House(owner, company);
  }

  /** Row id. */
  async row(table: string, columns: Record<string, unknown>): Promise<string> {
    const id = randomUUID();
    const row = { tenant_id: this.company, id, ...columns };
    const names = Object.keys(row);
    await this.owner.query(
      `insert into ${table} (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(row),
    );
    return id;
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
    const token = await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" });
    return { member, token, company: this.company };
  }

  /** A client, of this member's book since 2020; of nobody without one. */
  async client(name: string, of: Person | null, columns: ClientColumns = {}): Promise<string> {
    const code = columns.code ?? randomBytes(4).toString("hex");
    const id = await this.row("client", { code, kind: "company", name, name_key: clientNameKey(name), ...columns });
    if (of) await this.assign(id, of);
    return id;
  }

  async assign(client: string, to: Person, columns: Record<string, unknown> = {}): Promise<string> {
    const share = columns.role && columns.role !== "primary" ? 0 : 100;
    return this.row("assignment", {
      client_id: client,
      member_id: to.member,
      role: "primary",
      starts_on: "2020-01-01",
      share,
      ...columns,
    });
  }

  contact(client: string, name: string, columns: Record<string, unknown> = {}): Promise<string> {
    return this.row("contact", { client_id: client, name, ...columns });
  }

  /** From now on this member sits at the browser. */
  sit(person: Person): void {
    browser.token = person.token;
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
