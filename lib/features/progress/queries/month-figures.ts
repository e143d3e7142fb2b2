import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { ProgressSplit } from "../schema";
import { amongClients, type Cut, cutValues, sourceOf } from "./source";

const big = z.string().transform(BigInt);
const figure = z.object({
  key: z.string(),
  label: z.string().nullable(),
  month: z.string(),
  fact: big,
  fresh: big,
  growing: big,
  plan: big.nullable(),
  planned: big.nullable(),
});

/**
 * A row's month: sold, of that to new clients and as growth, planned for it, and what the approved plan itself says (`plan` − `planned` has moved).
 * Base minor units.
 */
export type MonthFigure = z.output<typeof figure>;

const keys: Record<ProgressSplit, string> = {
  manager: "x.member_id",
  client: "x.client_id",
  group: "x.group_id",
  source: "x.source",
  month: "'all'",
  region: "case when c.id is null then 'away' else coalesce(c.region_id::text, 'none') end",
  mode: "coalesce(c.work_mode, 'away')",
};
const labels: Record<ProgressSplit, string> = {
  manager: "(select m.name::text from member m where m.tenant_id = app.tenant() and m.id = key)",
  client: "label",
  group: "(select g.name::text from product_group g where g.tenant_id = app.tenant() and g.id = key)",
  region: "(select r.name::text from region r where r.id::text = key)",
  source: "null::text",
  mode: "null::text",
  month: "null::text",
};

/** Figures by row and month, in one statement. `only`: of these clients alone, when the rows are clients. */
export async function monthFigures(
  scope: Scope,
  by: ProgressSplit,
  cut: Cut,
  only: readonly string[] | null = null,
): Promise<MonthFigure[]> {
  const { sold, planned } = sourceOf(cut, {
    withClient: by === "region" || by === "mode",
    detailed: by === "client" || by === "group" || only !== null,
  });
  const chosen = `($14::uuid[] is null or ${amongClients(cut)})`;
  const plannable = by !== "group" && by !== "source";
  const rows = await scope.db.$queryRawUnsafe<unknown[]>(
    `with figure as (
       select ${keys[by]} as key, x.month, max(x.client_label) as label, sum(x.amount) as fact, sum(x.amount) filter (where x.source = 'new') as fresh,
         sum(x.amount) filter (where x.source = 'growth') as growing, null::numeric as plan, null::numeric as planned
       from ${sold} and ${chosen} group by 1, 2
       union all
       select ${plannable ? keys[by] : by === "group" ? "null::uuid" : "''"}, x.month, max(x.client_label), null, null, null, sum(x.amount), sum(x.planned)
       from ${planned} and ${plannable} and ${chosen} group by 1, 2
     ), one as (
       select key, month, max(label) as label, coalesce(sum(fact), 0)::text as fact, coalesce(sum(fresh), 0)::text as fresh, coalesce(sum(growing), 0)::text as growing,
         sum(plan)::text as plan, sum(planned)::text as planned
       from figure group by key, month)
     select key::text, ${labels[by]} as label, month::text, fact, fresh, growing, plan, planned from one order by key, one.month`,
    ...cutValues(scope, cut),
    only,
  );
  return rows.map((row) => figure.parse(row));
}
