import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/features/imports/queries";
import { CheckActions } from "./check-actions";
import { ColumnsStep } from "./columns-step";
import { FaultyRows } from "./faulty-rows";
import { FoundFigures } from "./found-figures";
import { QuestionedCells } from "./questioned-cells";
import { ResultStep } from "./result-step";
import { WorkProgress } from "./work-progress";

/** The one step at which an import stands. */
export function ImportBody({ view, editing }: { view: ImportView; editing: boolean }) {
  const t = useTranslations("imports");
  const { status, result } = view;
  if (status === "checking" || status === "running" || status === "reverting")
    return <WorkProgress key={status} id={view.id} status={status} progress={view.progress} />;
  if ((status === "done" || status === "reverted") && result) return <ResultStep view={view} result={result} />;
  if (status === "checked" && result && !editing)
    return (
      <div className="flex flex-col gap-4">
        <FoundFigures view={view} result={result} />
        {result.questions > 0 && <QuestionedCells view={view} count={result.questions} />}
        {result.faulty > 0 && <FaultyRows view={view} count={result.faulty} mendable />}
        {result.faulty > 0 && <p className="text-ink-3 text-xs">{t("found.stale")}</p>}
        <CheckActions view={view} result={result} />
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      {status === "failed" && (
        <div role="alert" className="rounded-md bg-red-soft px-3.5 py-2.5">
          <p className="font-medium text-red">{t("failedTitle")}</p>
          <p>
            {view.reason?.row && `${t("failedRow", { row: view.reason.row })} `}
            {view.reason?.text} <span className="text-ink-2">{t("failedText")}</span>
          </p>
        </div>
      )}
      {status === "cancelled" && <p className="rounded-md bg-hair px-3.5 py-2.5">{t("cancelledTitle")}</p>}
      {view.fileKept ? (
        <ColumnsStep key={view.version} view={view} editing={editing} />
      ) : (
        <p className="text-ink-2">{t("gone")}</p>
      )}
    </div>
  );
}
