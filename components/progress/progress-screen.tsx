import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, Section } from "@/components/ui/card";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { ClientList } from "./client-list";
import { ConcentrationCard } from "./concentration-card";
import { HeatTable } from "./heat-table";
import { KeyFigures } from "./key-figures";
import { MoversCard } from "./movers-card";
import { Narrowed } from "./narrowed";
import { PeriodBar } from "./period-bar";
import { ProgressTable } from "./progress-table";
import { RunningChart } from "./running-chart";
import { WhoBehind } from "./who-behind";

/** Plan against actual on one page: the year as a line, the total in figures, who pulls down, the rows, the months. */
export function ProgressScreen({
  progress,
  label,
  year,
  lostPay,
}: {
  progress: Progress;
  label: string;
  year: string;
  /** What a lost client would take from the pay, beside what it takes from the turnover. */
  lostPay?: ReactNode;
}) {
  const t = useTranslations("progress");
  const { state, knowsPlan, total } = progress;
  return (
    <div className="progress wide-paper pb-6">
      <PeriodBar progress={progress} label={label} />
      <Narrowed progress={progress} />
      {state.view === "owner" && <Note text={t("view.ownerNote")} />}
      {!knowsPlan && <Note text={t("noPlanHere")} />}
      {knowsPlan && total.standing.plan === null && <Note text={t("noPlan")} />}
      {progress.weeklyYear && <Note text={t("weekly")} />}
      <div className="mb-3.5 grid break-inside-avoid gap-3.5 lg:grid-cols-[1.2fr_1fr] print:grid-cols-[1.2fr_1fr]">
        <RunningChart progress={progress} year={year} />
        <Section title={t("figures.title")}>
          <div className="flex flex-col gap-3.5">
            <KeyFigures progress={progress} />
            <WhoBehind progress={progress} />
          </div>
        </Section>
      </div>
      <div className="flex flex-col gap-3.5">
        <ClientList progress={progress} />
        <ProgressTable progress={progress} />
        <HeatTable progress={progress} year={year} />
        <div className="grid items-start gap-3.5 lg:grid-cols-2">
          <MoversCard progress={progress} />
          <ConcentrationCard progress={progress} lostPay={lostPay} />
        </div>
      </div>
    </div>
  );
}

function Note({ text }: { text: string }) {
  return <Card className="mb-3 text-ink-2">{text}</Card>;
}
