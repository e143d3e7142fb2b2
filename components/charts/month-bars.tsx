import { Link } from "@/components/ui/link";

export type MonthBar = {
  key: string;
  /** Under the axis, and empty where the neighbour says enough. */
  tick: string;
  /** What the bar is in words: "Oct 2026: 612 k, −38 %". */
  title: string;
  value: number;
  before: number;
  /** The month is not over. */
  running?: boolean;
  href: string;
};

const HEIGHT = 150;
const STEP = 30;
const BAR = 18;

/**
 * Months as bars with the year before as a line over them. Drawn on the server; each bar leads to its rows. A table with the same figures must stand
 * beside it for those who do not see it: `label` only says what it shows.
 */
export function MonthBars({ bars, label }: { bars: readonly MonthBar[]; label: string }) {
  const values = bars.flatMap(({ value, before }) => [value, before]);
  const top = Math.max(...values, 1);
  const floor = Math.min(...values, 0);
  const y = (value: number) => 6 + ((top - value) / (top - floor)) * (HEIGHT - 12);
  const width = bars.length * STEP;
  const middle = (at: number) => at * STEP + STEP / 2;
  // Before the first purchase there is nothing to compare with: a line along the axis would say that the client had stopped buying.
  const known = bars.findIndex(({ before }) => before !== 0);
  const compared = known < 0 ? [] : bars.map((bar, at) => ({ ...bar, at })).slice(known);
  const line = compared.map(({ before, at }) => `${middle(at)},${y(before).toFixed(1)}`).join(" ");
  return (
    <figure aria-label={label}>
      <svg viewBox={`0 0 ${width} ${HEIGHT + 22}`} className="block w-full" aria-hidden fontSize={10}>
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line" />
        {bars.map((bar, at) => (
          <Link key={bar.key} href={bar.href} aria-label={bar.title} tabIndex={-1} className="group">
            <title>{bar.title}</title>
            <rect x={at * STEP} y={0} width={STEP} height={HEIGHT} className="fill-transparent group-hover:fill-hair" />
            <rect
              x={at * STEP + (STEP - BAR) / 2}
              y={Math.min(y(bar.value), y(0))}
              width={BAR}
              height={Math.max(bar.value === 0 ? 0 : 1, Math.abs(y(bar.value) - y(0)))}
              rx={1.5}
              className={bar.running ? "fill-green-ghost" : "fill-green"}
            />
            <text x={middle(at)} y={HEIGHT + 13} textAnchor="middle" className="fill-ink-3 max-sm:hidden">
              {bar.tick}
            </text>
            {/* The drawing shrinks on a small screen, so there are fewer words and larger ones. */}
            {at % 4 === 1 && (
              <text x={middle(at)} y={HEIGHT + 19} textAnchor="middle" fontSize={20} className="fill-ink-3 sm:hidden">
                {bar.tick}
              </text>
            )}
          </Link>
        ))}
        <polyline points={line} fill="none" className="pointer-events-none stroke-ink-2" strokeWidth={1.25} />
        {compared.map((bar) => (
          <circle
            key={bar.key}
            cx={middle(bar.at)}
            cy={y(bar.before)}
            r={1.6}
            className="pointer-events-none fill-sheet stroke-ink-2"
          />
        ))}
      </svg>
    </figure>
  );
}
