import { z } from "zod";
import { money, number } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const told = z.object({
  ru: z.string().nullable(),
  en: z.string().nullable(),
  unit: z.enum(["money", "percent", "days", "pieces", "text"]),
  minor: z.string().nullable(),
  currency: z.string().nullable(),
  figure: z.number().nullable(),
  content: z.string().nullable(),
  confirms: z.boolean(),
  by: z.string().nullable(),
});

/** What somebody said a key number was, or that it is still true. */
export const numbers: TimelineSource = {
  group: "knowledge",
  past({ moments }) {
    const { after, order } = moments("n.created_at", "n.id");
    return `select n.created_at at, n.id::text id, jsonb_build_object('ru', k.name_ru, 'en', k.name_en, 'unit', k.unit, 'minor', n.minor::text, 'currency', n.currency,
        'figure', n.figure, 'content', n.content, 'confirms', n.confirms_id is not null, 'by', m.name) facts
      from key_number n join number_kind k on k.tenant_id = n.tenant_id and k.id = n.kind_id left join member m on m.tenant_id = n.tenant_id and m.id = n.created_by
      where n.client_id = $1::uuid and n.removed_at is null and ${after} ${order}`;
  },
  entry(facts, { t, locale, currency }) {
    const one = told.parse(facts);
    const value =
      one.minor !== null
        ? money(BigInt(one.minor), one.currency ?? currency, locale, { short: true })
        : one.figure !== null
          ? t(`kinds.number.${one.unit === "percent" || one.unit === "days" ? one.unit : "plain"}`, {
              value: number(one.figure, locale, { digits: 4 }),
            })
          : one.content;
    const name = (locale === "ru" ? one.ru : one.en) ?? one.en ?? one.ru ?? "";
    return {
      title: `${name}: ${value ?? ""}`,
      text: one.confirms ? t("kinds.number.confirmed") : undefined,
      tail: one.by ?? undefined,
    };
  },
};
