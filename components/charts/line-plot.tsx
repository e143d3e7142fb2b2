"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { LinePlotProps, PlotPoint } from "./read-by-month";

const tick = { fontSize: 11, className: "fill-ink-3" };
const still = { isAnimationActive: false, dot: false, activeDot: { r: 3.5 } } as const;

/** The same picture as the one drawn on the server, which answers the pointer. Only ever loaded by ReadByMonth. */
export default function LinePlot({ points, marks, top, box, last }: LinePlotProps) {
  const end = points.length - 1;
  const sold = last > 0 ? points[last]?.fact : null;
  return (
    <ResponsiveContainer width="100%" aspect={box.width / box.height}>
      <ComposedChart
        data={[...points]}
        accessibilityLayer={false}
        margin={{ top: box.top, right: box.right, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--hair)" syncWithTicks />
        <XAxis
          type="number"
          dataKey="at"
          domain={[0, end]}
          ticks={points.slice(1).map(({ at }) => at)}
          tickFormatter={(at: number) => points[at]?.tick ?? ""}
          tick={tick}
          tickLine={false}
          axisLine={false}
          height={box.bottom}
          interval="preserveStartEnd"
        />
        <YAxis
          type="number"
          domain={[0, top]}
          ticks={marks.map(({ value }) => value)}
          tickFormatter={(value: number) => marks.find((mark) => mark.value === value)?.label ?? ""}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={box.left}
          interval={0}
        />
        <Area dataKey="range" stroke="none" fill="var(--green-ghost)" fillOpacity={0.6} {...still} activeDot={false} />
        <Line dataKey="plan" stroke="var(--ink-3)" strokeWidth={1.5} strokeDasharray="4 3" {...still} />
        <Line dataKey="fact" stroke="var(--green)" strokeWidth={2.5} {...still} />
        <Line dataKey="forecast" stroke="var(--green)" strokeWidth={1.5} strokeDasharray="2 3" {...still} />
        {sold !== null && sold !== undefined && (
          <ReferenceDot x={last} y={sold} r={3.5} fill="var(--green)" stroke="none" />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line)" }}
          content={({ active, label }) => {
            const point = active ? points[Number(label)] : undefined;
            return point && point.words.length > 0 ? <Said point={point} /> : null;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Said({ point: { title, words } }: { point: PlotPoint }) {
  return (
    <div className="rounded-lg border border-line bg-raised px-2.5 py-1.5 text-xs shadow-float">
      <p className="font-medium">{title}</p>
      <dl className="mt-0.5 grid grid-cols-[auto_auto] gap-x-3">
        {words.map(({ name, amount }) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="num text-right">{amount}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
