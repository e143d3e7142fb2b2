import { isBehind, isFarBehind } from "@/lib/domain/plan-sum";

export type PlanFigures = {
  fact: bigint;
  plan: bigint;
  /** Plan to date; without it the colour is judged by the whole plan. */
  toDate?: bigint | null;
  /** Run-rate forecast for the whole period. */
  forecast?: bigint | null;
};

export type PlanTone = "green" | "amber" | "red" | "neutral";

/** On pace within 3 %: green; within 15 %: amber; else red. Nothing planned yet: neutral. */
export function planTone({ fact, plan, toDate = null }: PlanFigures): PlanTone {
  if (plan <= 0n) return "neutral";
  const sum = { fact, plan, toDate };
  return isFarBehind(sum) ? "red" : isBehind(sum) ? "amber" : "green";
}

const px = (value: number) => Number(value.toFixed(1));

/**
 * A bar for fact, a tick for plan, a thin tick for plan to date, a ghost for the forecast. `label` says it in words,
 * with figures: "84 % of 14.2 M, 1.2 M behind the plan to date".
 */
export function PlanBullet({
  label,
  width = 150,
  tone,
  ...figures
}: PlanFigures & { label: string; width?: number; tone?: PlanTone }) {
  const fact = Number(figures.fact);
  const plan = Number(figures.plan);
  const forecast = Number(figures.forecast ?? 0);
  const top = Math.max(plan, forecast, fact, 1) * 1.06;
  const x = (value: number) => px(Math.max(0, (value / top) * width));
  return (
    <svg
      width={width}
      height={16}
      role="img"
      aria-label={label}
      className={`bullet bullet-${tone ?? planTone(figures)}`}
    >
      <rect width={width} />
      {forecast > 0 && <rect className="ghost" width={x(forecast)} />}
      {fact > 0 && <rect className="fact" width={x(fact)} />}
      {plan > 0 && figures.toDate != null && <path d={`M${x(Number(figures.toDate))} 3v10`} />}
      {plan > 0 && <path className="plan" d={`M${x(plan)} 1v14`} />}
    </svg>
  );
}
