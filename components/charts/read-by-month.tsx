"use client";

import { type ComponentType, type ReactNode, useRef, useState } from "react";

export type PlotPoint = {
  /** Months since the beginning: 0 is the beginning itself. */
  at: number;
  tick: string;
  /** What the pointer is told: of which month, and what stands there. */
  title: string;
  words: readonly { name: string; amount: string }[];
  plan: number | null;
  fact: number | null;
  forecast: number | null;
  /** Of the forecast, lowest and highest. */
  range: readonly [number, number] | null;
};

export type LinePlotProps = {
  points: readonly PlotPoint[];
  marks: readonly { value: number; label: string }[];
  /** What the upper edge stands for. */
  top: number;
  /** Where the last known fact is in `points`; below 1 nowhere. */
  last: number;
  /** The picture and its margins, as the server drew it. */
  box: { width: number; height: number; left: number; right: number; top: number; bottom: number };
};

/** Shows the picture that the server drew until a pointer comes over it: then Recharts is brought, and each month says its figures. */
export function ReadByMonth({ children, ...plot }: LinePlotProps & { children: ReactNode }) {
  const [Plot, setPlot] = useState<ComponentType<LinePlotProps> | null>(null);
  const asked = useRef(false);
  const bring = async () => {
    if (asked.current) return;
    asked.current = true;
    const { default: loaded } = await import("./line-plot");
    setPlot(() => loaded);
  };
  return (
    // Hidden from those who do not see it: the table beside it says the same.
    <div aria-hidden onPointerEnter={bring}>
      {Plot ? <Plot {...plot} /> : children}
    </div>
  );
}
