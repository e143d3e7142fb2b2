import type { Scope } from "@/lib/access/scope";
import { canWorkAs, isRole } from "@/lib/domain/roles";
import { isZone } from "@/lib/domain/zone";
import { knownZones, type ZoneChoice, zoneChoices } from "@/lib/i18n/zones";

type Named = { id: string; name: string };

/** What the lists of a client's form offer to this member. */
export type ClientChoices = {
  industries: Named[];
  regions: (Named & { zone: string | null })[];
  tags: Named[];
  zones: ZoneChoice[];
  /** Whom this member may make the owner of a new client. */
  owners: Named[];
  /** The owner that is meant when nothing is said: a KAM's own. */
  ownerId: string | null;
  /** A client without an owner may be made by those who see the whole company. */
  ownerOptional: boolean;
  mayAddTags: boolean;
  /** INN, KPP and OGRN are numbers of Russian companies: elsewhere nobody is asked for them. */
  requisites: boolean;
};

export async function clientChoices(scope: Scope): Promise<ClientChoices> {
  const living = { where: { archivedAt: null }, orderBy: { name: "asc" } } as const;
  const industries = await scope.db.industry.findMany({ ...living, select: { id: true, name: true } });
  const regions = await scope.db.region.findMany({ ...living, select: { id: true, name: true, zone: true } });
  const tags = await scope.db.tag.findMany({ ...living, select: { id: true, name: true } });
  const owners = await listPossibleOwners(scope);
  return {
    industries,
    regions,
    tags,
    zones: zoneChoices(scope.locale, scope.now),
    owners,
    ownerId: owners.some(({ id }) => id === scope.member.id) ? scope.member.id : null,
    ownerOptional: scope.reach === "all",
    mayAddTags: scope.can("dictionary:edit"),
    requisites: scope.company.locale === "ru",
  };
}

/** Admin and director give a client to anyone who works with clients, a lead to the own people, a KAM to nobody else. */
async function listPossibleOwners(scope: Scope): Promise<Named[]> {
  const rows = await scope.db.$queryRaw<{ id: string; name: string; roles: string[] }[]>`
    select m.id::text, m.name, m.roles from member m
    where (m.left_on is null or m.left_on > ${scope.today}::date) and (${scope.reach === "all"} or m.id = any(app.subordinate_ids()))
    order by m.name, m.id`;
  return rows.filter(({ roles }) => canWorkAs(roles.filter(isRole), "primary")).map(({ id, name }) => ({ id, name }));
}

export function isKnownZone(zone: string): boolean {
  return isZone(zone, knownZones());
}
