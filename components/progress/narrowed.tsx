import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { chipLook } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { AWAY, NONE } from "@/lib/features/progress/schema";
import { progressHref } from "./progress-href";

type Key = "team" | "member" | "client" | "group" | "source" | "region" | "mode";

/** The way down so far: each step can be taken back. */
export function Narrowed({ progress: { state, narrowed, leads } }: { progress: Progress }) {
  const t = useTranslations("progress");
  const words = useTranslations("words");
  const { mode, source } = state;
  const names: Record<Key, string | null> = {
    team: narrowed.team,
    member: state.member === NONE ? words("unassigned") : narrowed.member,
    region: state.region === AWAY ? t("away") : state.region === NONE ? t("none.region") : narrowed.region,
    mode: mode ? (mode === AWAY ? t("away") : words(`workMode.${mode}`)) : null,
    group: state.group === NONE ? t("none.group") : narrowed.group,
    source: source ? t(`source.${source}`) : null,
    client: narrowed.client,
  };
  const steps = (Object.keys(names) as Key[]).filter((key) => state[key] !== undefined);
  if (steps.length === 0) return null;
  const up = (key: Key) =>
    progressHref(state, {
      [key]: null,
      by: key === "client" ? "client" : key === "member" ? (leads ? "manager" : null) : key === "team" ? state.by : key,
    });
  return (
    <p className="mb-3 flex flex-wrap items-center gap-1.5">
      <span className="text-ink-3">{t("narrowed")}</span>
      {steps.map((key) => (
        <Link
          key={key}
          href={up(key)}
          aria-label={t("widen", { name: names[key] ?? words("noValue") })}
          className={chipLook({ active: true })}
        >
          {names[key] ?? words("noValue")}
          <X aria-hidden size={13} data-print="none" />
        </Link>
      ))}
    </p>
  );
}
