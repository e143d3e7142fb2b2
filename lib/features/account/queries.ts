import { z } from "zod";
import { sessionHash } from "@/lib/access/caller";
import { query } from "@/lib/access/doors";
import { readsOnly } from "@/lib/access/policy";
import type { Scope } from "@/lib/access/scope";
import { zoneChoices } from "@/lib/i18n/zones";

export type ProfileView = {
  version: number;
  name: string;
  email: string;
  phone: string;
  jobTitle: string;
  /** "" is the company's own zone. */
  zone: string;
};

export type SessionRow = {
  id: string;
  createdAt: Date;
  seenAt: Date;
  address: string;
  agent: string;
  current: boolean;
};

export const loadAccount = query("shell:read", async function loadAccount(scope) {
  return {
    profile: await loadProfile(scope),
    sessions: await listSessions(scope),
    roles: scope.roles,
    company: { name: scope.company.name },
    zone: scope.zone,
    zones: zoneChoices(scope.locale, scope.now),
    mayEdit: scope.can("profile:edit") && !readsOnly(scope.roles),
  };
});

async function loadProfile(scope: Scope): Promise<ProfileView> {
  const member = await scope.db.member.findFirstOrThrow({
    where: { id: scope.member.id },
    select: { version: true, name: true, phone: true, jobTitle: true, zone: true },
  });
  return {
    version: member.version,
    name: member.name,
    email: scope.person.email,
    phone: member.phone ?? "",
    jobTitle: member.jobTitle ?? "",
    zone: member.zone ?? "",
  };
}

const session = z.object({
  id: z.string(),
  created_at: z.date(),
  seen_at: z.date(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  current: z.boolean(),
});

/** The caller's live sessions on all devices, the latest first. */
async function listSessions(scope: Scope): Promise<SessionRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select id::text, created_at, seen_at, address, agent, current from app.my_sessions(${await sessionHash()})`;
  return rows
    .map((row) => session.parse(row))
    .map(({ id, current, ...row }) => ({
      id,
      current,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      address: row.address ?? "",
      agent: row.agent ?? "",
    }));
}
