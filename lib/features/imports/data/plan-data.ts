import type { Scope } from "@/lib/access/scope";
import { currencyExponent } from "@/lib/domain/money";
import type { DataExport } from "./data-export";
import { memberNames, selected } from "./selected";

// What an import compares with: the newest version of every plan.
const newest = `public.plan p join lateral (select x.* from public.plan_version x where x.tenant_id = p.tenant_id and x.plan_id = p.id order by x.number desc limit 1) v on true
  join names m on m.tenant_id = p.tenant_id and m.id = p.member_id`;

/** Figures of plans without clients; a quarter and a year are the company's. */
export async function figuresData({ company }: Scope): Promise<DataExport> {
  // A company's year is named by the calendar year in which it ends.
  const year = `extract(year from p.starts_on + interval '11 months')::int`;
  const months =
    "(extract(year from age(f.starts_on, p.starts_on)) * 12 + extract(month from age(f.starts_on, p.starts_on)))::int";
  const cells = selected(
    [
      ["member", "m.name"],
      ["plan_kind", "p.kind"],
      [
        "period",
        `case f.months when 1 then to_char(f.starts_on, 'YYYY-MM') when 3 then 'Q' || ${months} / 3 + 1 || ' ' || ${year} else ${year}::text end`,
      ],
      ["amount", "f.amount"],
    ],
    `from ${newest} join public.plan_figure f on f.tenant_id = v.tenant_id and f.version_id = v.id
     order by lower(m.name) collate "C", p.kind, f.starts_on`,
  );
  return { ...cells, select: `with ${memberNames} ${cells.select}`, values: [], currencies: [company.currency] };
}

/** Cells of plans, a line each; cards that became one have one cell. */
export async function plansData({ company }: Scope): Promise<DataExport> {
  const cells = selected(
    [
      ["client", "c.code"],
      ["member", "m.name"],
      ["month", "to_char(k.month, 'YYYY-MM')"],
      ["amount", "k.amount"],
      ["pinned", "k.pinned"],
    ],
    `from ${newest} join (select tenant_id, version_id, client_id, month, sum(amount) as amount, bool_or(pinned) as pinned from public.plan_cell group by 1, 2, 3, 4) k
       on k.tenant_id = v.tenant_id and k.version_id = v.id
     join public.client c on c.tenant_id = k.tenant_id and c.id = k.client_id
     order by lower(m.name) collate "C", length(c.code), c.code collate "C", k.month`,
  );
  return { ...cells, select: `with ${memberNames} ${cells.select}`, values: [], currencies: [company.currency] };
}

const target = (
  one: "member" | "team" | "client",
) => `select '${one}' as subject, f.${one}_id as subject_id, f.measure_id, f.starts_on, f.months, f.amount, f.weight
  from public.${one}_figure f where f.what = 'target'`;

/** Targets of people, teams and clients, each measure in its own unit; a per cent as 85. */
export async function targetsData({ company }: Scope): Promise<DataExport> {
  const first = company.fiscalStartMonth;
  // The company's quarters and years, from the month in which its year begins.
  const offset = `((extract(month from f.starts_on)::int - ${first} + 12) % 12)`;
  const year = `extract(year from f.starts_on + make_interval(months => 11 - ${offset}))::int`;
  const cells = selected(
    [
      ["measure", "k.code"],
      ["member", "m.name"],
      ["team", "t.name"],
      ["client", "c.code"],
      [
        "period",
        `case f.months when 1 then to_char(f.starts_on, 'YYYY-MM') when 3 then 'Q' || ${offset} / 3 + 1 || ' ' || ${year} else ${year}::text end`,
      ],
      [
        "amount",
        "trim_scale(f.amount / power(10::numeric, case k.unit when 'money' then $1::int when 'percent' then 2 else k.digits end))",
      ],
      ["weight", "trim_scale(f.weight / 10000.0)"],
    ],
    `from (${(["member", "team", "client"] as const).map(target).join(" union all ")}) f
     join public.measure k on k.id = f.measure_id and k.archived_at is null
     left join names m on f.subject = 'member' and m.id = f.subject_id
     left join public.team t on f.subject = 'team' and t.id = f.subject_id
     left join public.client c on f.subject = 'client' and c.id = f.subject_id
     order by k.code, f.subject, coalesce(m.name, t.name, c.code) collate "C", f.starts_on, f.months`,
  );
  const values = [currencyExponent(company.currency)];
  return { ...cells, select: `with ${memberNames} ${cells.select}`, values, currencies: [] };
}
