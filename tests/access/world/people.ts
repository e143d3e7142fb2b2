import { randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import type { Role } from "@/lib/domain/roles";
import { insert, secretHash } from "./insert";
import type { PersonalIds } from "./own-ids";

/** Everybody's password in this world; its hash is a cheap one. */
export const PASSWORD = "four words for tests";
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });

export type Part = Role | "spare";

/** Someone with an account, a place in a company and two live sessions. */
export type Person = Omit<PersonalIds, "transfer"> & {
  /** Set when the order is made. */
  transfer: string;
  part: Part;
  tenant: string;
  member: string;
  person: string;
  /** What the cookie's token holds. */
  sid: string;
};

/** Adds a member; with `account` the same human gets a second membership instead of an account of their own. */
export async function addPerson(
  owner: pg.Client,
  at: { tenant: string; label: string; part: Part; member?: string },
  account?: Person,
): Promise<Person> {
  const made: Person = {
    part: at.part,
    tenant: at.tenant,
    member: at.member ?? randomUUID(),
    person: account?.person ?? randomUUID(),
    sid: randomBytes(32).toString("base64url"),
    savedView: randomUUID(),
    session: randomUUID(),
    transfer: randomUUID(),
  };
  const name = `${at.part} ${at.label}`;
  const email = `${at.part}@${at.label}.test`;
  const { tenant, person, member } = made;
  if (!account)
    await insert(owner, "identity.person", {
      id: person,
      email,
      name,
      locale: "en",
      password_hash: await passwordHash,
    });
  const roles = [at.part === "spare" ? "kam" : at.part];
  await insert(owner, "member", { tenant_id: tenant, id: member, name, email, roles, joined_on: "2024-01-01" });
  await insert(owner, "identity.membership", { tenant_id: tenant, member_id: member, person_id: person });
  // Used in a while: a test of a slow machine lasts longer than the five minutes after which a session is marked as seen again, and that is a write.
  const seen_at = new Date(Date.now() + 3_600_000);
  const session = { person_id: person, tenant_id: tenant, address: "192.0.2.1", agent: "test", seen_at };
  await insert(owner, "identity.session", { ...session, token_hash: secretHash(made.sid) });
  await insert(owner, "identity.session", { ...session, id: made.session, token_hash: randomBytes(32) });
  await insert(owner, "saved_view", {
    tenant_id: tenant,
    id: made.savedView,
    member_id: member,
    page: "/book",
    name: privateWord(member),
    query: "q=",
  });
  return made;
}

/** Stands in what a person alone may read. */
export function privateWord(member: string): string {
  return `zprivate-${member}`;
}
