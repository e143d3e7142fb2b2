/**
 * The rule of domain.md 13.10 over sets, the same as lib/domain/source-kind (its oracle in the tests): `lines` selects client_id, sold_on, group_id
 * and amount of all lines of the clients at hand. Selects client_id, sold_on, group_id, source. A return is named by the purchases around it.
 */
export function sourceKinds(lines: string): string {
  return `with line as (${lines}),
    d as (select client_id, sold_on, group_id, bool_or(amount > 0) as bought from line group by 1, 2, 3),
    days as (select client_id, sold_on, lag(sold_on) over (partition by client_id order by sold_on) as before from (select distinct client_id, sold_on from d where bought) x),
    starts as (select client_id, sold_on as start_on, coalesce(lead(sold_on) over (partition by client_id order by sold_on), 'infinity') as until
      from days where before is null or sold_on >= before + interval '24 months'),
    g as (select d.*, max(case when bought then sold_on end) over (partition by client_id, group_id order by sold_on
      range between unbounded preceding and current row exclude group) as last_bought from d)
    select g.client_id, g.sold_on, g.group_id,
      case when s.start_on is not null and g.sold_on < s.start_on + interval '12 months' then 'new'
        when s.start_on is null or g.last_bought >= g.sold_on - interval '12 months' then 'renewal' else 'growth' end as source
    from g left join starts s on s.client_id = g.client_id and s.start_on <= g.sold_on and g.sold_on < s.until`;
}

/** Names anew the sales of the clients in the temporary table `touched`, where the name has changed. */
export const renameSources = `update public.sale_line l set source = k.source, source_rule = 1 from kinds k
  where l.tenant_id = (select app.tenant()) and l.client_id = k.client_id and l.sold_on = k.sold_on and l.group_id is not distinct from k.group_id
    and (l.source <> k.source or l.source_rule <> 1)`;

export const touchedLines = `select l.client_id, l.sold_on, l.group_id, l.amount from public.sale_line l join touched using (client_id) where l.tenant_id = (select app.tenant())`;
