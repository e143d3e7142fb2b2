import type { ProgressLine } from "./lines";
import type { ProgressSplit } from "./schema";

const times = (value: bigint | null) => (value === null ? null : Number(value));

function figureOf(line: ProgressLine, of: string): number | string | null {
  const { standing } = line;
  switch (of) {
    case "name":
      return line.label ?? line.key;
    case "fact":
      return Number(standing.fact);
    case "plan":
      return times(standing.plan);
    case "attainment":
      return standing.attainment.share;
    case "forecast":
      return times(standing.forecast.value);
    case "required":
      return times(standing.required.perDay);
    case "growth":
      return typeof standing.growth === "number" ? standing.growth : null;
    case "newShare":
      return line.newShare;
    case "growthShare":
      return line.growthShare;
    case "touch":
      return line.touch && line.touch.inTime / line.touch.of;
    case "clients":
      return line.clients;
    default:
      return times(standing.deviation);
  }
}

/** Lines by a figure, the unknown last either way; months stay in the order of the year unless asked otherwise. */
export function sorted(lines: readonly ProgressLine[], sort: string, by: ProgressSplit): ProgressLine[] {
  const down = sort.startsWith("-");
  const of = sort.replace(/^-/, "");
  if (by === "month" && of === "deviation") return [...lines].sort((a, b) => (a.key < b.key ? -1 : 1));
  // Without a plan there is no deviation: then the largest fact comes first.
  const planless = of === "deviation" && lines.every(({ standing }) => standing.deviation === null);
  return [...lines].sort((a, b) => {
    const [x, y] = planless ? [-Number(a.standing.fact), -Number(b.standing.fact)] : [figureOf(a, of), figureOf(b, of)];
    if (x === null || y === null) return x === y ? (a.key < b.key ? -1 : 1) : x === null ? 1 : -1;
    return x === y ? (a.key < b.key ? -1 : 1) : (x < y ? -1 : 1) * (down ? -1 : 1);
  });
}
