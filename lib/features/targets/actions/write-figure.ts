import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { digitsOf, listMeasures } from "../queries/measures";
import type { figureInput } from "../schema";
import { typedShare } from "./write-measure";

const tables = { member: "member_figure", team: "team_figure", client: "client_figure" } as const;
const homes = { member: "member", team: "team", client: "client" } as const;

/**
 * Sets, changes or (with an empty amount) takes away a target, or a value that nobody can compute. Nobody but the director sets the own target; a
 * value says what it rests on.
 */
export async function writeFigure(scope: Scope, input: z.output<typeof figureInput>): Promise<void> {
  const { db } = scope;
  const { subject, subjectId, measureId, what, startsOn, months, version } = input;
  const measure = (await listMeasures(scope)).find(({ id }) => id === measureId);
  if (!measure || !(await isInSight(scope, subject, subjectId))) throw new Refusal("not-found");
  if (subject === "member" && subjectId === scope.member.id && !scope.roles.includes("director"))
    throw new Refusal("own-target");
  if (what === "value" && measure.kind !== "entered")
    throw new Refusal("invalid", { fields: { amount: "not-a-choice" } });
  const table = tables[subject];
  const key = `${subject}_id = $1::uuid and measure_id = $2::uuid and what = $3 and starts_on = $4::date and months = $5`;
  const values = [subjectId, measureId, what, startsOn, months];
  if (input.amount === "") {
    const gone = await db.$executeRawUnsafe(`delete from ${table} where ${key} and version = $6`, ...values, version);
    if (gone === 0 && version > 0) throw new Refusal("changed-meanwhile");
    return;
  }
  const amount = typedAmount(input.amount, digitsOf(measure, scope.company.currency), markOf(scope.locale));
  if (amount === null) throw new Refusal("invalid", { fields: { amount: "not-a-number" } });
  if (what === "value" && input.note === "") throw new Refusal("invalid", { fields: { note: "required" } });
  const weight = what === "value" || input.weight === "" ? null : typedShare(input.weight, "weight", scope);
  const rest = [amount, weight, input.note || null, input.link || null];
  if (version === 0) {
    const made = await db.$executeRawUnsafe(
      `insert into ${table} (${subject}_id, measure_id, what, starts_on, months, amount, weight, note, link) values ($1::uuid, $2::uuid, $3, $4::date, $5, $6, $7, $8, $9)
       on conflict (tenant_id, ${subject}_id, measure_id, what, starts_on, months) do nothing`,
      ...values,
      ...rest,
    );
    if (made === 0) throw new Refusal("changed-meanwhile");
    return;
  }
  const done = await db.$executeRawUnsafe(
    `update ${table} set amount = $6, weight = $7, note = $8, link = $9, entered_by = $10::uuid, entered_at = $11 where ${key} and version = $12`,
    ...values,
    ...rest,
    scope.member.id,
    scope.now,
    version,
  );
  if (done === 0) throw new Refusal("changed-meanwhile");
}

/** Row security keeps others' figures out, but not a first one for somebody who is out of sight. */
async function isInSight({ db }: Scope, subject: keyof typeof homes, id: string): Promise<boolean> {
  const only = subject === "member" ? " and (app.reaches_all() or id = any(app.subordinate_ids()))" : "";
  const rows = await db.$queryRawUnsafe<unknown[]>(`select 1 from ${homes[subject]} where id = $1::uuid${only}`, id);
  return rows.length > 0;
}
