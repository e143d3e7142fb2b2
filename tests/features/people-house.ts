// A company with people who can sign in, for the tests of accounts, invitations, mails and teams.
import { randomUUID } from "node:crypto";
import type { Result } from "@/lib/access/refusal";
import { closeDatabase } from "@/lib/db/client";
import type { Role } from "@/lib/domain/roles";
import { hashPassword } from "@/lib/io/password";
import { WayOut } from "@/tests/access/doors/next";
import { requestBy } from "@/tests/access/doors/request";
import { type Opened, openWorld } from "@/tests/access/world/open";
import type { Person } from "@/tests/access/world/people";
import { personOf } from "@/tests/access/world/world";
import { testDatabase } from "@/tests/support/database-setup";

export const PASSWORD = "correct horse battery";

export type PeopleHouse = Omit<Opened, "admin"> & {
  tenant: string;
  admin: Person;
  /** A member of this role, of the same company. */
  person(role: Role): Person;
  /** Rows of a statement, as the owner: row security does not bind it. */
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Sends to an action as the page of this company would. */
  send<I, T>(
    by: Person,
    action: (asked: Asked<I>) => Promise<Result<T>>,
    input: I,
    company?: string,
  ): Promise<Result<T>>;
  /** Where a page's door leads this person: its value, or the address. */
  visit<T>(by: Person, load: () => Promise<T>): Promise<T | string>;
  end(): Promise<void>;
};

type Asked<I> = { key: string; company: string; input: I };

export async function openPeopleHouse(): Promise<PeopleHouse> {
  const opened = await openWorld(testDatabase());
  const { own } = opened.world;
  const house: PeopleHouse = {
    ...opened,
    tenant: own.tenant,
    admin: personOf(own, "admin"),
    person: (role) => personOf(own, role),
    rows: async <T>(sql: string, values: unknown[] = []) => (await opened.owner.query(sql, values)).rows as T[],
    send: async (by, action, input, company = own.tenant) => {
      await requestBy(by.sid);
      return action({ key: randomUUID(), company, input });
    },
    visit: async (by, load) => {
      await requestBy(by.sid);
      return load().catch((error: unknown) => {
        if (error instanceof WayOut) return error.to;
        throw error;
      });
    },
    end: async () => {
      await closeDatabase();
      await opened.close();
    },
  };
  return house;
}

/** Gives someone the password of these tests. */
export async function givePassword(house: PeopleHouse, { person }: Person, password = PASSWORD): Promise<void> {
  await house.rows("update identity.person set password_hash = $2 where id = $1", [
    person,
    await hashPassword(password),
  ]);
}

/** The secret at the end of the link in a text. */
export function tokenIn(text: string): string {
  return /\/(?:invite|reset)\/([\w-]+)/.exec(text)?.[1] ?? "";
}
