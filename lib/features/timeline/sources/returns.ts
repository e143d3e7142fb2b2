import { z } from "zod";
import { list, money } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const returned = z.object({ document: z.string(), amount: z.string(), goods: z.array(z.string()) });

export const returns: TimelineSource = {
  group: "sales",
  past({ days }) {
    const { at, after, order } = days("r.sold_on", "r.document");
    return `select ${at} at, r.document id, jsonb_build_object('document', r.document, 'amount', r.amount::text, 'goods', r.goods) facts from (
        select l.sold_on, l.document, sum(l.base_amount) amount, coalesce(jsonb_agg(distinct coalesce(g.name, p.name)) filter (where coalesce(g.name, p.name) is not null), '[]') goods
        from sale_line l left join product p on p.tenant_id = l.tenant_id and p.id = l.product_id left join product_group g on g.tenant_id = l.tenant_id and g.id = l.group_id
        where l.client_id = $1::uuid and l.base_amount < 0 and l.sold_on <= ($2::timestamptz at time zone $3::text)::date
        group by l.sold_on, l.document) r
      where ${after} ${order}`;
  },
  entry(facts, { t, locale, currency }) {
    const { document, amount, goods } = returned.parse(facts);
    return {
      title: t("kinds.returns.title", { amount: money(-BigInt(amount), currency, locale, { short: true }) }),
      text: goods.length > 0 ? list(goods.slice(0, 3), locale) : undefined,
      tail: document,
    };
  },
};
