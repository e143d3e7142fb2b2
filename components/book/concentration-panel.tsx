"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { addMonths } from "@/lib/domain/calendar-date";
import type { Book } from "@/lib/features/book/queries";
import { money, monthName, number, percent } from "@/lib/i18n/format";

export type Concentrated = Pick<Book, "concentration" | "currency" | "year" | "facets">;

/** The largest clients with their shares, the index of concentration, and what is left without the largest. */
export default function ConcentrationPanel({ book }: { book: Concentrated }) {
  const t = useTranslations("book.concentration");
  const words = useTranslations("words");
  const locale = useLocale();
  const { top, index, turnover, likeForLike } = book.concentration;
  if (!top || index === null) return null;
  const share = (ratio: number) => percent(ratio, locale, { digits: 1 });
  const month = (on: string) => `${monthName(Number(on.slice(5, 7)), locale)} ${on.slice(0, 4)}`;
  const equal = 10_000 / Math.max(1, book.facets.total);
  return (
    <>
      <p className="font-medium">{t("title")}</p>
      <p className="mt-1 text-ink-2 text-xs">
        {t("of", { from: month(book.year.from), to: month(addMonths(book.year.to, -1)) })}
      </p>
      <ul className="mt-2">
        {top.clients.map(({ id, name, amount, share: part }) => (
          <li key={id} className="flex items-baseline gap-2 border-hair border-b py-1">
            <Link href={`/clients/${id}/sales`} className="min-w-0 flex-1 truncate hover:underline">
              {name}
            </Link>
            <span className="num text-ink-2" title={t("lose", loss(name, amount, part))}>
              {money(amount, book.currency, locale, { short: true, bare: true })}
            </span>
            <span className="num w-12 text-right">{share(part)}</span>
          </li>
        ))}
      </ul>
      {top.clients[0] && (
        <p className="mt-2">{t("lose", loss(top.clients[0].name, top.clients[0].amount, top.clients[0].share))}</p>
      )}
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5">
        <dt className="text-ink-3">{t("index")}</dt>
        <dd className="num">{number(index, locale)}</dd>
        <dt className="text-ink-3">{t("alike")}</dt>
        <dd className="num">
          {typeof likeForLike === "number" ? percent(likeForLike, locale, { sign: true }) : words("noValue")}
        </dd>
      </dl>
      <p className="mt-1 text-ink-3 text-xs">{t("indexHint", { equal: number(equal, locale) })}</p>
    </>
  );

  function loss(name: string, amount: bigint, part: number) {
    return { name, share: share(part), left: money(turnover - amount, book.currency, locale, { short: true }) };
  }
}
