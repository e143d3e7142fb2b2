import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ClientOverview } from "@/lib/features/clients/queries";
import { longDay, relativeDays } from "@/lib/i18n/format";

/** An anniversary is shown this many days ahead; birthdays come chosen already. */
const AHEAD = 60;

/** The anniversary of working together (R45) and the birthdays that are coming. */
export function DatesToRemember({ client, birthdays }: Pick<ClientOverview, "client" | "birthdays">) {
  const t = useTranslations("clients.dates");
  const locale = useLocale();
  const { anniversary } = client;
  const dates = birthdays.map(({ contactId, name, on, daysAway, turns }) => ({
    key: contactId,
    on,
    daysAway,
    href: `/clients/${client.id}/people#${contactId}`,
    text: turns === null ? t("birthday", { name }) : t("turns", { name, age: turns }),
  }));
  if (anniversary && anniversary.daysAway <= AHEAD)
    dates.push({
      key: "anniversary",
      on: anniversary.on,
      daysAway: anniversary.daysAway,
      href: "",
      text: t("anniversary", { count: anniversary.years }),
    });
  dates.sort((a, b) => a.daysAway - b.daysAway);
  return (
    <Section title={t("title")}>
      {dates.length === 0 && <p className="py-1 text-ink-3">{t("none")}</p>}
      <ul>
        {dates.map(({ key, on, daysAway, href, text }) => (
          <li key={key} className="flex min-h-8 items-center gap-2 border-hair border-b py-1 last:border-b-0">
            <span className="min-w-0 flex-1">
              {href ? (
                <Link href={href} className="hover:underline">
                  {text}
                </Link>
              ) : (
                text
              )}
            </span>
            <span className={daysAway <= 7 ? "whitespace-nowrap text-amber" : "whitespace-nowrap text-ink-3"}>
              {longDay(on, locale)}, {relativeDays(daysAway, locale)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
