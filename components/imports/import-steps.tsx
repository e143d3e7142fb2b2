import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ImportView } from "@/lib/features/imports/queries";

const order = ["columns", "check", "run", "result"] as const;
type Step = (typeof order)[number];

export function stepOf(status: ImportView["status"], editing: boolean): Step {
  if (status === "checking") return "check";
  if (status === "checked") return editing ? "columns" : "check";
  if (status === "running") return "run";
  return ["done", "reverting", "reverted"].includes(status) ? "result" : "columns";
}

/** Where an import stands on its way from the columns to the result. */
export function ImportSteps({ at }: { at: Step }) {
  const t = useTranslations("imports.steps");
  const here = order.indexOf(at);
  return (
    <ol aria-label={t("label")} className="flex flex-wrap gap-x-1.5 gap-y-1 text-xs">
      {order.map((step, place) => (
        <li key={step} aria-current={place === here ? "step" : undefined} className="flex items-center gap-1.5">
          {place > 0 && <span aria-hidden className="h-px w-4 bg-edge" />}
          <span
            className={cn(
              "flex items-center gap-1.5 rounded-full py-0.5 pr-2.5 pl-0.5",
              place === here ? "bg-green-soft font-medium text-green" : "text-ink-2",
            )}
          >
            <span
              aria-hidden
              className={cn(
                "num grid size-5 place-items-center rounded-full border text-2xs",
                place < here && "border-green bg-green text-sheet",
                place === here && "border-green",
                place > here && "border-line text-ink-3",
              )}
            >
              {place < here ? "✓" : place + 1}
            </span>
            {t(step)}
          </span>
        </li>
      ))}
    </ol>
  );
}
