/** Amounts in any one unit (minor units as a rule). */
export type PlanFigures = {
  fact: number | bigint;
  plan: number | bigint;
  /** Plan to date; without it the colour is judged by the whole plan. */
  toDate?: number | bigint | null;
  /** Run-rate forecast for the whole period. */
  forecast?: number | bigint | null;
};

export type PlanTone = "green" | "amber" | "red" | "neutral";

/** On pace within 3 %: green; within 15 %: amber; else red. Nothing planned yet: neutral. */
export function planTone({ fact, plan, toDate }: PlanFigures): PlanTone {
  const due = Number(toDate ?? plan);
  if (Number(plan) <= 0) return "neutral";
  const got = Number(fact);
  return got >= due * 0.97 ? "green" : got >= due * 0.85 ? "amber" : "red";
}

const fill = { green: "var(--green)", amber: "var(--amber)", red: "var(--red)", neutral: "var(--ink-3)" };
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
  const colour = fill[tone ?? planTone(figures)];
  return (
    <svg width={width} height={16} role="img" aria-label={label} className="inline-block shrink-0 align-middle">
      <rect y={5} width={width} height={6} rx={2} fill="var(--hair)" />
      {forecast > 0 && <rect y={5} width={x(forecast)} height={6} rx={2} fill={colour} opacity={0.26} />}
      {fact > 0 && <rect y={5} width={x(fact)} height={6} rx={2} fill={colour} />}
      {plan > 0 && figures.toDate != null && (
        <rect x={px(x(Number(figures.toDate)) - 0.5)} y={3} width={1} height={10} fill="var(--ink-3)" />
      )}
      {plan > 0 && <rect x={px(x(plan) - 1)} y={1} width={2} height={14} fill="var(--ink)" />}
    </svg>
  );
}
