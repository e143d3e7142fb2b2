export type TouchTone = "green" | "amber" | "red" | "neutral";

/** Past the cadence: red; over 80 % of it: amber. `null` days: never touched. */
export function touchTone(days: number | null, cadence: number): TouchTone {
  if (days === null) return "neutral";
  return days > cadence ? "red" : days > cadence * 0.8 ? "amber" : "green";
}

/** Days since the last touch as a share of the cadence (both in days). `label` says it in words, with the next date. */
export function TouchDial({
  days,
  cadence,
  label,
  size = 16,
}: {
  days: number | null;
  cadence: number;
  label: string;
  size?: number;
}) {
  const share = days === null || cadence <= 0 ? 0 : Math.min(1, days / cadence);
  const turn = share * 2 * Math.PI - Math.PI / 2;
  const end = `${(8 + 6 * Math.cos(turn)).toFixed(2)} ${(8 + 6 * Math.sin(turn)).toFixed(2)}`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
      className={`dial dial-${touchTone(days, cadence)}`}
    >
      <circle cx={8} cy={8} r={6} strokeDasharray={days === null ? "2 2.7" : undefined} />
      {share >= 1 && <circle className="used" cx={8} cy={8} r={6} />}
      {share > 0 && share < 1 && <path className="used" d={`M8 2A6 6 0 ${share > 0.5 ? 1 : 0} 1 ${end}`} />}
    </svg>
  );
}
