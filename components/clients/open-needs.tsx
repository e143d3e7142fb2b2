import { useLocale, useTranslations } from "next-intl";
import { NeedState } from "@/components/needs/need-state";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ClientOverview } from "@/lib/features/clients/queries";
import { day } from "@/lib/i18n/format";

/** What they need and what we offer for it, and how much of their business we know; the rest is on the next tab. */
export function OpenNeeds({ client, needs }: Pick<ClientOverview, "client" | "needs">) {
  const t = useTranslations("clients.needs");
  const locale = useLocale();
  const { profile } = client;
  return (
    <Section
      title={t("title")}
      action={
        <Link href={`/clients/${client.id}/business`} className="link text-xs">
          {t("all")}
        </Link>
      }
    >
      {needs.length === 0 && <p className="py-1 text-ink-3">{t("none")}</p>}
      <ul>
        {needs.slice(0, 4).map((need) => (
          <li key={need.id} className="border-hair border-b py-1.5 last:border-b-0">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{need.title}</span>
              <NeedState need={need} />
              <span className="text-ink-3 text-xs">
                {[need.contactName, day(need.raisedOn, locale)].filter(Boolean).join(", ")}
              </span>
            </p>
            <p className={need.offer ? "line-clamp-2 text-ink-2" : "text-amber"}>{need.offer ?? t("noOffer")}</p>
          </li>
        ))}
      </ul>
      {profile.percent !== null && (
        <p className="pt-1.5 text-ink-3 text-xs">
          {t("profile", {
            filled: String(profile.filled),
            asked: String(profile.asked),
            percent: String(profile.percent),
          })}
          {profile.confirmedOn && ` · ${t("confirmed", { day: day(profile.confirmedOn, locale) })}`}
          {profile.stale > 0 && <span className="text-amber"> · {t("stale", { count: profile.stale })}</span>}
        </p>
      )}
    </Section>
  );
}
