import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChipLink, chipLook } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { type ProgressFilter, progressPeriods, progressSplits } from "@/lib/features/progress/schema";
import { progressHref } from "./progress-href";

/** What is shown and how it is cut: every chip is an address. */
export function PeriodBar({ progress, label }: { progress: Progress; label: string }) {
  const t = useTranslations("progress");
  const { state, span } = progress;
  const href = (patch: Parameters<typeof progressHref>[1]) => progressHref(state, patch);
  const step = chipLook({ className: "w-7 justify-center px-0" });
  return (
    <div data-print="none" className="mb-3 flex flex-col gap-2">
      <nav aria-label={t("period.label")} className="flex flex-wrap items-center gap-1.5">
        {progressPeriods.map((period) => (
          <ChipLink key={period} href={href({ period })} active={state.period === period}>
            {t(`period.${period}`)}
          </ChipLink>
        ))}
        <span className="ml-2 inline-flex items-center gap-1">
          <Link href={href({ at: span.previous })} className={step} aria-label={t("previous", { period: label })}>
            <ChevronLeft aria-hidden size={14} />
          </Link>
          <span className="min-w-14 text-center font-medium">{label}</span>
          {span.next && (
            <Link href={href({ at: span.next })} className={step} aria-label={t("next", { period: label })}>
              <ChevronRight aria-hidden size={14} />
            </Link>
          )}
        </span>
        {state.at && (
          <Link href={href({ at: null })} className="link text-xs">
            {t("now")}
          </Link>
        )}
        {progress.otherYear && (
          <span className="ml-2 inline-flex gap-1.5">
            <ChipLink href={href({ calendar: null })} active={!state.calendar}>
              {t("years.own")}
            </ChipLink>
            <ChipLink href={href({ calendar: "1" })} active={state.calendar === "1"}>
              {t("years.calendar")}
            </ChipLink>
          </span>
        )}
        <span className="ml-2 inline-flex flex-wrap gap-1.5">
          <ChipLink href={href({ view: null })} active={!state.view}>
            {t("view.credit")}
          </ChipLink>
          <ChipLink href={href({ view: "owner" })} active={state.view === "owner"}>
            {t("view.owner")}
          </ChipLink>
        </span>
      </nav>
      <nav aria-label={t("by.label")} className="flex flex-wrap gap-1.5">
        {progressSplits
          .filter((by) => by !== "manager" || progress.leads || state.client)
          .map((by) => (
            <ChipLink key={by} href={href({ by, sort: "deviation" })} active={state.by === by}>
              {t(`by.${by}`)}
            </ChipLink>
          ))}
        {progress.teams.length > 1 && <TeamChoice progress={progress} />}
      </nav>
    </div>
  );
}

/** A plain form: it works before any script has come. */
function TeamChoice({ progress: { state, teams } }: { progress: Progress }) {
  const t = useTranslations("progress");
  return (
    <form action="/progress" className="inline-flex items-center gap-1.5">
      <KeptFields state={state} without={["team", "page"]} />
      <select
        name="team"
        defaultValue={state.team ?? ""}
        aria-label={t("team")}
        className="h-6.5 max-w-44 rounded-full border border-edge bg-sheet px-2 text-ink-2"
      >
        <option value="">{t("allTeams")}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className={chipLook()}>
        {t("showTeam")}
      </button>
    </form>
  );
}

/** The rest of the state, for a form that changes a part of it. */
export function KeptFields({ state, without }: { state: ProgressFilter; without: readonly string[] }) {
  return Object.entries(state).map(([name, value]) =>
    value === undefined || without.includes(name) ? null : (
      <input key={name} type="hidden" name={name} value={String(value)} />
    ),
  );
}
