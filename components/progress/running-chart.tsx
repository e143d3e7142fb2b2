import { useLocale, useTranslations } from "next-intl";
import { type PlotPoint, ReadByMonth } from "@/components/charts/read-by-month";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { currencyExponent } from "@/lib/domain/money";
import { type Running, runningSums } from "@/lib/domain/running-sums";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { monthName } from "@/lib/i18n/format";
import { monthLabel } from "./progress-words";
import { Amount, useSums } from "./sums";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 290, 64, 14, 12, 24];
const box = { width: WIDTH, height: HEIGHT, left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM };

/** Plan, fact and forecast of the year added up month by month, as lines; a table says the same. */
export function RunningChart({ progress, year: label }: { progress: Progress; year: string }) {
  const t = useTranslations("progress");
  const locale = useLocale();
  const { today, currency, year, total } = progress;
  const months = runningSums(total.months, today);
  const { short, named } = useSums(currency);
  const scale = 10 ** currencyExponent(currency);
  const top = Math.max(
    1,
    ...months.flatMap(({ plan, fact }) => [Number(plan ?? 0), Number(fact ?? 0)]),
    Number(year.forecast.high ?? 0),
  );
  const unit = unitOf(top / scale);
  const step = stepOf(top / scale / unit);
  const x = (at: number) => LEFT + ((at + 1) / months.length) * (WIDTH - LEFT - RIGHT);
  const y = (amount: number) => HEIGHT - BOTTOM - (Math.max(0, amount) / (top * 1.04)) * (HEIGHT - TOP - BOTTOM);
  const path = (of: (one: Running) => bigint | null) =>
    months
      .flatMap((one, at) => {
        const amount = of(one);
        return amount === null ? [] : [`${x(at).toFixed(1)} ${y(Number(amount)).toFixed(1)}`];
      })
      .reduce((drawn, point) => `${drawn} L${point}`, `M${LEFT} ${y(0).toFixed(1)}`);
  const last = months.findLastIndex(({ fact }) => fact !== null);
  const sold = Number(months[last]?.fact ?? 0);
  const { low, high, value } = year.forecast;
  const ahead = last >= 0 && last < months.length - 1 && value !== null && low !== null && high !== null;
  const end = months.length - 1;
  const marks = Array.from(
    { length: Math.floor(top / scale / unit / step) + 1 },
    (_, at) => at * step * unit * scale,
  ).map((value) => ({ value, label: short(BigInt(Math.round(value))) }));
  const said = (name: "plan" | "fact" | "forecast", amount: bigint | null) =>
    amount === null ? [] : [{ name: t(`chart.${name}`), amount: named(amount) }];
  const begun = months.some(({ plan }) => plan !== null);
  const points: PlotPoint[] = [
    { at: 0, tick: "", title: "", words: [], plan: begun ? 0 : null, fact: 0, forecast: null, range: null },
    ...months.map((one, at): PlotPoint => {
      const expected = ahead && at === end ? value : null;
      return {
        at: at + 1,
        tick: monthName(Number(one.month.slice(5, 7)), locale),
        title: monthLabel(one.month, locale),
        words: [...said("fact", one.fact), ...said("plan", one.plan), ...said("forecast", expected)],
        plan: one.plan === null ? null : Number(one.plan),
        fact: one.fact === null ? null : Number(one.fact),
        forecast: !ahead || at < last ? null : between(at, last, end, sold, Number(value)),
        range:
          !ahead || at < last
            ? null
            : [between(at, last, end, sold, Number(low)), between(at, last, end, sold, Number(high))],
      };
    }),
  ];
  return (
    <Section
      title={t("chart.title", { year: label })}
      action={<TableExport table="progress-year" label={t("chart.title", { year: label })} />}
    >
      <figure aria-label={t("chart.label", { year: label })}>
        <ReadByMonth points={points} marks={marks} top={top * 1.04} last={last + 1} box={box}>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            className="block w-full max-sm:overflow-visible"
            aria-hidden
            fontSize={11}
          >
            {marks.map(({ value: mark, label }) => (
              <g key={mark}>
                <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(mark)} y2={y(mark)} className="stroke-hair" />
                <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end" className="fill-ink-3 max-sm:text-[18px]">
                  {label}
                </text>
              </g>
            ))}
            {/* On a phone the picture is half as large: fewer words, and larger ones. */}
            {months.map(({ month }, at) => (
              <text
                key={month}
                x={x(at)}
                y={HEIGHT - 6}
                textAnchor="middle"
                className={`fill-ink-3 max-sm:text-[22px] ${at % 3 === 1 ? "" : "max-sm:hidden"}`}
              >
                {monthName(Number(month.slice(5, 7)), locale)}
              </text>
            ))}
            {ahead && (
              <path
                d={`M${x(last)} ${y(sold)} L${x(end)} ${y(Number(high))} L${x(end)} ${y(Number(low))} Z`}
                className="fill-green-ghost"
                opacity={0.6}
              />
            )}
            {begun && (
              <path
                d={path(({ plan }) => plan)}
                fill="none"
                className="stroke-ink-3"
                strokeDasharray="4 3"
                strokeWidth={1.5}
              />
            )}
            <path d={path(({ fact }) => fact)} fill="none" className="stroke-green" strokeWidth={2.5} />
            {ahead && (
              <path
                d={`M${x(last)} ${y(sold)} L${x(end)} ${y(Number(value))}`}
                className="stroke-green"
                strokeWidth={1.5}
                strokeDasharray="2 3"
              />
            )}
            {last >= 0 && <circle cx={x(last)} cy={y(sold)} r={3.5} className="fill-green" />}
          </svg>
        </ReadByMonth>
        <figcaption className="flex flex-wrap gap-x-4 gap-y-1 px-1 pb-1 text-ink-3 text-xs">
          <Key dash="" className="stroke-green" label={t("chart.fact")} />
          <Key dash="4 3" className="stroke-ink-3" label={t("chart.plan")} />
          {ahead && <Key dash="2 3" className="stroke-green" label={t("chart.forecast")} />}
        </figcaption>
      </figure>
      <details>
        <summary className="cursor-pointer text-ink-3 text-xs">{t("chart.table")}</summary>
        <table className="mt-1 w-full">
          <thead className="text-ink-3 text-xs">
            <tr>
              <th className="py-1 text-left font-normal">{t("chart.month")}</th>
              {(["planMonth", "factMonth", "planSum", "factSum"] as const).map((head) => (
                <th key={head} className="py-1 text-right font-normal">
                  {t(`chart.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one, at) => (
              <tr key={one.month} className="border-hair border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  {monthLabel(one.month, locale)}
                </th>
                {[
                  total.months[at]?.plan ?? null,
                  one.fact === null ? null : (total.months[at]?.fact ?? null),
                  one.plan,
                  one.fact,
                ].map((amount, place) => (
                  <td key={`${one.month} ${String(place)}`} className="num py-1 text-right">
                    <Amount amount={amount} currency={currency} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}

function Key({ dash, className, label }: { dash: string; className: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width={22} height={6} aria-hidden>
        <line x1={0} x2={22} y1={3} y2={3} strokeWidth={2} strokeDasharray={dash} className={className} />
      </svg>
      {label}
    </span>
  );
}

/** On the straight line from the last fact to what the year's end is expected to be. */
const between = (at: number, from: number, to: number, start: number, finish: number) =>
  start + ((at - from) / (to - from)) * (finish - start);

const unitOf = (top: number) => (top >= 2e9 ? 1e9 : top >= 2e6 ? 1e6 : top >= 2e3 ? 1e3 : 1);

/** A round distance that gives three to six lines. */
function stepOf(top: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(top, 1) / 4));
  return [1, 2, 2.5, 5, 10].map((one) => one * size).find((step) => top / step <= 5) ?? top;
}
