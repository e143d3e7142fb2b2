import { z } from "zod";
import { daysBetween } from "@/lib/domain/calendar-date";
import { day, money, relativeDays } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const contract = z.object({
  what: z.enum(["signed", "ended", "ends"]),
  number: z.string(),
  endsOn: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
});

const facts = (what: string) =>
  `jsonb_build_object('what', '${what}', 'number', c.number, 'endsOn', c.ends_on, 'amount', c.amount::text, 'currency', c.currency) facts`;

export const contracts: TimelineSource = {
  group: "documents",
  past({ days }) {
    const signed = days("c.signed_on", "c.id::text || 's'");
    const ended = days("c.ends_on", "c.id::text || 'e'");
    // A client has few contracts, and an index by client.
    return `(select ${signed.at} at, c.id::text || 's' id, ${facts("signed")} from contract c
        where c.client_id = $1::uuid and c.signed_on <= $4::date and ${signed.after} ${signed.order})
      union all (select ${ended.at}, c.id::text || 'e', ${facts("ended")} from contract c
        where c.client_id = $1::uuid and c.status <> 'draft' and c.ends_on < $4::date and ${ended.after} ${ended.order})`;
  },
  ahead: `select (c.ends_on::timestamp at time zone $3::text) at, c.id::text id, ${facts("ends")} from contract c
    where c.client_id = $1::uuid and c.status = 'signed' and c.ends_on between $4::date and $4::date + 365 order by c.ends_on limit $5::int`,
  entry(given, { t, locale, today, currency }) {
    const { what, number, endsOn, amount, currency: own } = contract.parse(given);
    const sum = amount && money(BigInt(amount), own ?? currency, locale, { short: true });
    const until = what === "signed" && endsOn ? t("kinds.contract.until", { day: day(endsOn, locale) }) : null;
    const left = endsOn ? daysBetween(today, endsOn) : null;
    return {
      title: t(`kinds.contract.${what}`, { number }),
      text: [sum, until].filter(Boolean).join(" · ") || undefined,
      ...(what === "ends" && left !== null
        ? {
            mark: "waits" as const,
            badge: { text: relativeDays(left, locale), tone: left <= 45 ? ("amber" as const) : ("neutral" as const) },
          }
        : {}),
    };
  },
};
