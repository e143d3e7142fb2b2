import { z } from "zod";
import { money, percent, shortMonth } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const month = z.object({
  month: z.string(),
  amount: z.string(),
  documents: z.number(),
  before: z.string().nullable(),
  running: z.boolean(),
});

/** A month's turnover, beside the same month a year before, when the client was there for all of that. */
export const sales: TimelineSource = {
  group: "sales",
  past({ days }) {
    // The month stands on its last day, the running one today.
    const { at, after, order } = days("least((m.month + interval '1 month - 1 day')::date, $4::date)", "m.month");
    return `select ${at} at, m.month::text id, jsonb_build_object('month', m.month, 'amount', m.amount::text, 'running', m.month = date_trunc('month', $4::date)::date,
        'documents', (select count(distinct l.document) from sale_line l
          where l.client_id = $1::uuid and l.sold_on >= m.month and l.sold_on < (m.month + interval '1 month')::date and l.base_amount > 0),
        'before', (select sum(y.amount)::text from client_month y where y.client_id = $1::uuid and y.month = (m.month - interval '1 year')::date
          and exists (select from client_rhythm r where r.client_id = $1::uuid and r.first_on <= y.month))) facts
      from (select c.month, sum(c.amount) amount from client_month c
        where c.client_id = $1::uuid and c.month <= ($2::timestamptz at time zone $3::text)::date group by c.month order by c.month desc limit $5::int + 1) m
      where ${after} ${order}`;
  },
  entry(facts, { t, locale, currency, today }) {
    const { month: of, amount, documents, before, running } = month.parse(facts);
    const now = BigInt(amount);
    const then = before === null ? 0n : BigInt(before);
    const growth = then > 0n ? Number(now) / Number(then) - 1 : null;
    const year = of.slice(0, 4);
    const against = percent(growth ?? 0, locale, { sign: true });
    return {
      title: t("kinds.sales.title", { amount: money(now, currency, locale, { short: true }) }),
      text: [
        running ? t("kinds.sales.running") : null,
        documents > 0 ? t("kinds.sales.documents", { count: documents }) : null,
        growth !== null && !running
          ? t("kinds.sales.growth", { growth: against, year: String(Number(year) - 1) })
          : null,
      ]
        .filter(Boolean)
        .join(" · "),
      month: shortMonth(of, locale, today),
    };
  },
};
