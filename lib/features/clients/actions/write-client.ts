import { z } from "zod";
import { Refusal, Refused } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { clientNameKey } from "@/lib/domain/client-name";
import { isKnownZone } from "../queries/choices";
import { clientFormValues } from "../queries/form-values";
import type { ClientFields, clientEditInput, clientInput } from "../schema";

type NewClient = z.output<typeof clientInput>;
type EditedClient = z.output<typeof clientEditInput>;

const verdict = z.object({ verdict: z.enum(["free", "mine", "taken", "throttled"]), client_id: z.string().nullable() });

/**
 * Whether this INN may be registered (domain.md 13.7). In reach it is refused with the client that has it. Out of reach the refusal is
 * returned and not thrown, so that the note to the admin, written by app.claim_inn, stays.
 */
export async function innVerdict(
  scope: Scope,
  of: ClientFields,
  except: string | null = null,
): Promise<Refused | null> {
  if (of.inn === null) return null;
  const rows = await scope.db.$queryRaw<
    unknown[]
  >`select verdict, client_id::text from app.claim_inn(${of.inn}, ${of.kpp}, ${except}::uuid)`;
  const answer = verdict.parse(rows[0]);
  if (answer.verdict === "free") return null;
  if (answer.verdict === "throttled") return new Refused("throttled");
  if (answer.verdict === "taken") return new Refused("inn-taken-outside", { inn: "inn-taken-outside" });
  throw new Refusal("invalid", { fields: { inn: "inn-taken" }, values: { clientId: answer.client_id } });
}

export async function insertClient(scope: Scope, input: NewClient): Promise<string> {
  check(scope, input);
  const owner = input.ownerId ?? (scope.reach === "all" ? null : scope.member.id);
  const columns = {
    kind: input.kind,
    name: input.name,
    legal_name: input.legalName,
    name_key: clientNameKey(input.name),
    parent_id: input.parentId,
    inn: input.inn,
    kpp: input.kpp,
    ogrn: input.ogrn,
    industry_id: input.industryId,
    region_id: input.regionId,
    city: input.city,
    zone: input.zone,
    website: input.website,
    tier: input.tier,
    work_mode: input.workMode,
    since: input.since,
    note: input.note,
  };
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    select app.create_client(${JSON.stringify(columns)}::jsonb, ${owner}::uuid, ${scope.today}::date)::text id`;
  if (!made) throw new Error("app.create_client answered nothing");
  return made.id;
}

/** Writes the row itself; its tags are written by replaceTags. */
export async function rewriteClient(scope: Scope, input: EditedClient): Promise<Refused | null> {
  check(scope, input);
  const before = await clientFormValues(scope, input.id);
  if (!before) throw new Refusal("not-found");
  if (before.version !== input.version) throw stale(before, input);
  if (before.archived) throw new Refusal("archived");
  if (before.values.inn !== (input.inn ?? "") || before.values.kpp !== (input.kpp ?? "")) {
    const refused = await innVerdict(scope, input, input.id);
    if (refused) return refused;
  }
  const { id, version, tagIds: _tags, since, ...columns } = input;
  const { count } = await scope.db.client.updateMany({
    where: { id, version },
    data: { ...columns, nameKey: clientNameKey(input.name), since: since && new Date(`${since}T00:00:00Z`) },
  });
  if (count === 1) return null;
  const now = await clientFormValues(scope, id);
  throw now ? stale(now, input) : new Refusal("not-found");
}

type Standing = NonNullable<Awaited<ReturnType<typeof clientFormValues>>>;

function stale(theirs: Standing, mine: EditedClient): Refusal {
  return new Refusal("conflict", {
    values: { theirs: theirs.values, version: theirs.version, parentName: theirs.parentName, mine },
  });
}

function check(scope: Scope, input: ClientFields): void {
  if (input.zone !== null && !isKnownZone(input.zone)) throw new Refusal("invalid", { fields: { zone: "not-a-zone" } });
  if (input.since !== null && input.since > scope.today)
    throw new Refusal("invalid", { fields: { since: "date-in-future" } });
}

export async function replaceTags(scope: Scope, clientId: string, tagIds: readonly string[]): Promise<void> {
  await scope.db.clientTag.deleteMany({ where: { clientId, tagId: { notIn: [...tagIds] } } });
  await scope.db.$executeRaw`
    insert into client_tag (client_id, tag_id) select ${clientId}::uuid, id from unnest(${[...tagIds]}::uuid[]) id on conflict do nothing`;
}
