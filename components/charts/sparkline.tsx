/**
 * The shape of a row of values, oldest first; no axis, so `label` must say what the eye sees ("falling, 612 k in October").
 * Returns may make a month negative: the lowest value then sets the floor.
 */
export function Sparkline({
  values,
  label,
  width = 84,
  height = 18,
}: {
  values: readonly number[];
  label: string;
  width?: number;
  height?: number;
}) {
  const top = Math.max(...values, 0);
  const floor = Math.min(...values, 0);
  const span = top - floor || 1;
  const step = values.length > 1 ? (width - 4) / (values.length - 1) : 0;
  const points = values.map((value, at) => ({
    x: (at * step + 2).toFixed(1),
    y: (height - 2 - ((value - floor) / span) * (height - 4)).toFixed(1),
  }));
  const last = points.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="spark">
      <polyline points={points.map((point) => `${point.x},${point.y}`).join(" ")} />
      {last && <circle cx={last.x} cy={last.y} r={1.8} />}
    </svg>
  );
}
