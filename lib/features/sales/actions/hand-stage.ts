import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { addMonths } from "@/lib/domain/calendar-date";
import type { releaseStageInput, stageInput } from "../schema";
import { keepStages, writeStages } from "./write-stages";

/** A judgement that nobody has looked at for a year is none. */
const LONGEST_MONTHS = 12;

type Seen = { id: string; version: number } | null;
type Held = { id: string; version: number; stage: string; manual: boolean };

export async function handStage(scope: Scope, input: z.output<typeof stageInput>): Promise<{ stage: string }> {
  const before = await holdStage(scope, input.clientId, input.seen, input.stage);
  if (input.expiresOn <= scope.today) throw new Refusal("invalid", { fields: { expiresOn: "date-in-past" } });
  if (input.expiresOn > addMonths(scope.today, LONGEST_MONTHS))
    throw new Refusal("invalid", { fields: { expiresOn: "date-too-far" } });
  const { clientId, stage, reason, expiresOn } = input;
  const written = await writeStages(scope, [{ clientId, stage, figures: {}, manual: true, reason, expiresOn }]);
  if (written !== 1) throw new Refusal("not-found");
  await record(scope, "setStage", clientId, { stage: [before?.stage ?? null, stage], expiresOn: [null, expiresOn] });
  return { stage };
}

export async function ownStage(scope: Scope, input: z.output<typeof releaseStageInput>): Promise<{ released: true }> {
  const before = await holdStage(scope, input.clientId, input, null);
  if (!before?.manual) throw new Refusal("not-found");
  const written = await keepStages(scope, input.clientId, "all");
  // Without a single purchase there is no rule to give it back to.
  if (written === 0)
    await scope.db
      .$executeRaw`delete from client_stage where client_id = ${input.clientId}::uuid and id = ${input.id}::uuid`;
  await record(scope, "releaseStage", input.clientId, { stage: [before.stage, null] });
  return { released: true };
}

/** The stage in force, held until the transaction ends; a conflict when it is not the one that was seen. */
async function holdStage(scope: Scope, clientId: string, seen: Seen, mine: string | null): Promise<Held | null> {
  const [client] = await scope.db.$queryRaw<{ archived: boolean }[]>`
    select archived_at is not null archived from client where id = ${clientId}::uuid for update`;
  if (!client) throw new Refusal("not-found");
  if (client.archived) throw new Refusal("archived");
  const [held] = await scope.db.$queryRaw<Held[]>`
    select id::text, version, stage, manual from client_stage where client_id = ${clientId}::uuid and ends_on is null`;
  if (seen !== null && !held) throw new Refusal("not-found");
  if (seen?.id !== held?.id && seen !== null && !(await isKnown(scope, clientId, seen.id)))
    throw new Refusal("not-found");
  if (seen?.id !== held?.id || seen?.version !== held?.version)
    throw new Refusal("conflict", {
      values: {
        theirs: { stage: held?.stage ?? null, id: held?.id ?? null, version: held?.version ?? null },
        mine: { stage: mine },
      },
    });
  return held ?? null;
}

async function isKnown(scope: Scope, clientId: string, id: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ known: boolean }[]>`
    select exists (select from client_stage where client_id = ${clientId}::uuid and id = ${id}::uuid) known`;
  return row?.known ?? false;
}

async function record(scope: Scope, what: string, clientId: string, changes: object): Promise<void> {
  await scope.db.$queryRaw`select app.audit(${what}, ${JSON.stringify(changes)}::jsonb, ${clientId}::uuid)::text`;
}
