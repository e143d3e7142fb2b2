import { z } from "zod";
import { query } from "@/lib/access/doors";
import { roles } from "@/lib/domain/roles";
import { places } from "./navigation";

const figures = z.object({
  /** Clients in the caller's book. */
  book: z.number(),
  /** Clients without owner; 0 for whom they are not. */
  unowned: z.number(),
  /** Open notices, and mails that did not go: the admin's. */
  notices: z.number(),
  failedMails: z.number(),
  companies: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })),
});

export type ShellCounts = Omit<z.output<typeof figures>, "companies">;

/** What stands around every page: who I am, where I may go, what waits there. It shows; each page's own door decides. */
export const loadShell = query("shell:read", async function loadShell(scope) {
  // Those in reach without those put away: a book is not read through on every page to be counted.
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select (case when app.reaches_all() then (select count(*) from client) else cardinality(app.client_ids()) end
        - (select count(*) from client where archived_at is not null))::int as book, h.unowned::int, h.notices::int, h.failed_mails::int as "failedMails",
      (select json_agg(json_build_object('id', c.tenant_id, 'name', c.name, 'roles', c.roles)) from app.my_companies() c) as companies
    from app.house_counts() h`;
  const { companies, ...counts } = figures.parse(row);
  return {
    company: scope.company.id,
    companies,
    member: scope.member.name,
    email: scope.person.email,
    roles: scope.roles,
    mayLog: scope.can("touch:edit"),
    places: places
      .filter((place) => scope.can(place.ability))
      .map((place) => ({ ...place, value: place.count && counts[place.count] })),
  };
});
