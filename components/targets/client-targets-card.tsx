import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ClientTargets } from "@/lib/features/targets/queries/client-targets";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { spanWords } from "./span-words";
import { hrefOf, rowsHref, yearHref } from "./target-href";

/** What is asked of a client this year, on its own page; nothing where nothing is asked and the reader sets no targets. */
export function ClientTargetsCard(props: { clientId: string; targets: ClientTargets; currency: string }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { clientId, targets, currency } = props;
  const place = { span: "year", at: targets.year, subject: "client", of: clientId };
  if (targets.rows.length === 0 && !targets.mayEdit) return null;
  return (
    <Section
      title={t("client.title", { year: spanWords({ span: "year", at: targets.year }, locale) })}
      action={
        <Link href={targets.rows.length === 0 ? yearHref(place, {}) : hrefOf(place, {})} className="link text-xs">
          {t(targets.rows.length === 0 ? "client.set" : "client.open")}
        </Link>
      }
    >
      {targets.rows.length === 0 ? (
        <p className="py-1.5 text-ink-3">{t("client.none")}</p>
      ) : (
        <ul>
          {targets.rows.map(({ measure, digits, target, fact, points: reached }) => {
            const text = (value: bigint, short: boolean) =>
              measureText(value, { unit: measure.unit, digits }, currency, locale, { short });
            return (
              <li key={measure.id} className="border-hair border-b py-1.5 last:border-b-0">
                <span className="flex items-baseline gap-2">
                  <span className="flex-1">{measureName(measure, locale)}</span>
                  <Link href={rowsHref(place, measure.id)} className="num hover:underline">
                    {fact === null ? t("noFact") : text(fact, true)}
                  </Link>
                  <span className="num w-14 text-right text-ink-2">
                    {reached === null ? t("noFact") : points(reached, locale, 0)}
                  </span>
                </span>
                <span className="block text-ink-3 text-xs" title={text(target, false)}>
                  {t("client.target", { target: text(target, true) })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
