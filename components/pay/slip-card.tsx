import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Stat, StatRow } from "@/components/ui/stat";
import { payPeriodName } from "@/lib/domain/pay/pay-period";
import type { SlipView } from "@/lib/features/pay/queries/slip-view";
import { day, money, percent } from "@/lib/i18n/format";
import { SlipLines } from "./slip-lines";
import { stateTone } from "./state-tone";

/** Head figures of a slip, who stands for it, and its lines. */
export function SlipCard({ slip, link, open }: { slip: SlipView; link?: boolean; open?: boolean }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const { content, state, stored } = slip;
  const sum = (minor: bigint) => money(minor, content.currency, locale);
  const { quota, revenue } = content;
  const planned = quota && quota.amount > 0n ? quota.amount : null;
  const by = state === "closed" ? stored?.closedBy : stored?.approvedBy;
  const at = state === "closed" ? stored?.closedAt : stored?.approvedAt;
  return (
    <Section
      flush
      title={`${content.plan.name} · ${t("version", { number: String(content.plan.number) })}`}
      action={
        <>
          <Badge tone={stateTone[state]}>{t(`states.${state}`)}</Badge>
          {link && (
            <Link
              href={`/pay/${slip.memberId}/${payPeriodName(slip.period)}`}
              className="text-green text-xs hover:underline"
            >
              {t("open")}
            </Link>
          )}
        </>
      }
    >
      <div className="border-line border-b px-3.5 py-3">
        <StatRow>
          <Stat size="large" value={sum(slip.payout)} label={t("payout")} />
          <Stat value={sum(slip.basePay)} label={t("basePay")} />
          <Stat value={sum(slip.variable)} label={t("variable")} />
          {(planned || revenue !== 0n) && (
            <Stat
              value={sum(revenue)}
              label={
                planned
                  ? t("ofQuota", {
                      share: percent(Number(revenue) / Number(planned), locale, { digits: 1 }),
                      quota: sum(planned),
                    })
                  : t("noQuota")
              }
            />
          )}
          {slip.carried < 0n && <Stat tone="amber" value={sum(slip.carried)} label={t("carried")} />}
        </StatRow>
        <p className="mt-2 text-ink-3 text-xs">
          {state === "draft"
            ? t("stateHints.draft")
            : t(`stateHints.${state}`, { name: by ?? "", day: at ? day(at.toISOString().slice(0, 10), locale) : "" })}
        </p>
      </div>
      <SlipLines slip={slip} open={open} />
    </Section>
  );
}
