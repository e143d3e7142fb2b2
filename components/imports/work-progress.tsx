"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { cancelImport, watchImport } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries";
import type { Watched } from "@/lib/features/imports/schema";

const EVERY = 1000;
/** After so many looks without a step the worker is probably not there. */
const PATIENCE = 20;
const steps = ["waiting", "reading", "checking", "writing", "reverting"] as const;

type Props = { id: string; status: "checking" | "running" | "reverting"; progress: ImportView["progress"] };

/** How far the work is. It asks once a second, and shows the page anew only when the work has ended. */
export function WorkProgress({ id, status, progress }: Props) {
  const t = useTranslations("importSteps.work");
  const router = useRouter();
  const { run: look } = useAct(watchImport);
  const { run: cancel, pending: cancelling } = useAct(cancelImport);
  const [now, setNow] = useState<Pick<Watched, "step" | "done" | "total" | "stopping">>({
    step: progress?.step ?? null,
    done: progress?.done ?? null,
    total: progress?.total ?? null,
    stopping: false,
  });
  const [looks, setLooks] = useState(0);
  const asking = useRef(look);
  asking.current = look;

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = async () => {
      const answer = await asking.current({ id });
      if (over) return;
      if (answer.ok) {
        setNow(answer.value);
        setLooks((before) => before + 1);
        if (answer.value.status !== status) router.refresh();
      }
      timer = setTimeout(again, EVERY);
    };
    timer = setTimeout(again, EVERY / 2);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [id, status, router]);

  const step = steps.find((one) => one === now.step) ?? "waiting";
  const done = now.done ?? 0;
  const figures = step === "reading" && done > 0;
  return (
    <Card className="flex max-w-2xl flex-col gap-2.5 py-4">
      <h2 className="font-semibold text-lg">{t(status)}</h2>
      <Progress
        label={t(status)}
        value={figures && now.total ? done : undefined}
        max={now.total ?? undefined}
        className="h-2"
      />
      <p aria-live="polite" className="flex min-h-5 flex-wrap justify-between gap-x-4 text-ink-2">
        <span>{t(`step.${step}`)}</span>
        {figures && (
          <span className="num">{now.total ? t("rowsOf", { done, total: now.total }) : t("rows", { done })}</span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="outline"
          pending={cancelling}
          disabled={now.stopping}
          onClick={async () => {
            const answer = await cancel({ id });
            if (answer.ok) setNow((before) => ({ ...before, stopping: true }));
          }}
        >
          {t(now.stopping ? "stopping" : "stop")}
        </Button>
        <span className="text-ink-3 text-xs">{looks > PATIENCE && now.step === null ? t("noWorker") : t("hint")}</span>
      </div>
    </Card>
  );
}
