import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Why } from "@/components/ui/why";
import type { StageRow } from "@/lib/features/sales/queries/stages";
import { number, percent, shortDay } from "@/lib/i18n/format";
import { StageBadge } from "./stage-badge";
import { StageForm } from "./stage-form";

type Props = { clientId: string; stages: readonly StageRow[]; today: string; mayEdit: boolean };

/** The stage in force with its reason, what stood before it, and the way to overrule it. */
export function StageCard({ clientId, stages, today, mayEdit }: Props) {
  const t = useTranslations("sales.stage");
  const locale = useLocale();
  const [first, ...rest] = stages;
  const current = first?.endsOn === null ? first : undefined;
  const earlier = current ? rest : stages;
  return (
    <Section
      title={
        <Why label={t("title")} align="start" reason={{ definition: t("why") }}>
          {t("title")}
        </Why>
      }
      action={
        <>
          {first && <TableExport table="client-stages" also={{ client: clientId }} label={t("title")} />}
          {mayEdit && (
            <StageForm
              clientId={clientId}
              today={today}
              current={
                current && { id: current.id, version: current.version, stage: current.stage, manual: current.manual }
              }
            />
          )}
        </>
      }
    >
      {current ? (
        <p>
          <StageBadge stage={current} />{" "}
          <span className="text-ink-3">{t("since", { day: shortDay(current.startsOn, locale, today) })}</span>
          <span className="block pt-1 text-ink-2">
            <StageReason row={current} today={today} />
          </span>
        </p>
      ) : (
        <p className="text-ink-3">{t("none")}</p>
      )}
      {earlier.length > 0 && (
        <>
          <h3 className="mt-3 text-ink-3 text-xs">{t("history")}</h3>
          <ol>
            {earlier.map((row) => (
              <li key={row.id} className="border-hair border-t py-1.5 first:border-t-0">
                <StageBadge stage={row} />{" "}
                <span className="text-ink-3">
                  {t("until", {
                    from: shortDay(row.startsOn, locale, today),
                    to: row.endsOn ? shortDay(row.endsOn, locale, today) : "",
                  })}
                </span>
                <span className="block text-ink-2 text-xs">
                  <StageReason row={row} today={today} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function StageReason({ row, today }: { row: StageRow; today: string }) {
  const t = useTranslations("sales.stage");
  const words = useTranslations("words");
  const locale = useLocale();
  const { figures } = row;
  const on = figures.on ? shortDay(figures.on, locale, today) : "";
  if (row.manual) {
    const said = { name: row.by ?? t("somebody"), reason: row.reason ?? "" };
    return row.endsOn === null && row.expiresOn
      ? t("byHand", { ...said, day: shortDay(row.expiresOn, locale, today) })
      : t("byHandPast", said);
  }
  switch (figures.rule) {
    case "silent":
      return t("silent", {
        days: figures.days ?? 0,
        median: words("count.days", { count: Math.round(figures.medianGap ?? 0) }),
        times: number(figures.times ?? 0, locale, { digits: 1 }),
      });
    case "silent-without-rhythm":
      return t("silent-without-rhythm", { days: figures.days ?? 0 });
    case "growth":
      return t("growth", { growth: percent(figures.growth ?? 0, locale, { sign: true }) });
    case "returned":
      return t("returned", { day: on });
    case "first":
      return t("first", { day: on });
    default:
      return t("buys");
  }
}
