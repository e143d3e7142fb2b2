import { loadavg } from "node:os";

/** What a figure may be: at least or at most so much. Without one it is printed for the record. */
export type Bound = { atLeast: number } | { atMost: number } | Record<string, never>;
type Figure = { name: string; value: number; unit: string; bound: Bound; load: string };

/** Collects the figures of a run, in the order in which they were taken, each with the machine's load beside it. */
export class Report {
  private readonly figures: Figure[] = [];

  figure(name: string, value: number, unit: string, bound: Bound = {}): void {
    const figure = { name, value, unit, bound, load: (loadavg()[0] ?? 0).toFixed(1) };
    this.figures.push(figure);
    process.stdout.write(`${lineOf(figure)}\n`);
  }

  /** Something worth reading below a figure, e.g. which statements were slow. */
  note(text: string): void {
    process.stdout.write(`    ${text}\n`);
  }

  table(): string {
    return this.figures.map(lineOf).join("\n");
  }

  /** The figures that broke their bound. */
  over(): string[] {
    return this.figures.filter(isOver).map(({ name }) => name);
  }
}

function isOver({ value, bound }: Figure): boolean {
  if ("atLeast" in bound) return !(value >= Number(bound.atLeast));
  return "atMost" in bound ? !(value <= Number(bound.atMost)) : false;
}

function lineOf(figure: Figure): string {
  const { name, value, unit, bound, load } = figure;
  const wanted = "atLeast" in bound ? `≥ ${bound.atLeast}` : "atMost" in bound ? `≤ ${bound.atMost}` : "";
  const verdict = wanted && (isOver(figure) ? "OVER" : "ok");
  const shown = Math.abs(value) < 10 ? value.toFixed(2) : String(Math.round(value));
  return `${name.padEnd(74)} ${shown.padStart(9)} ${unit.padEnd(9)} ${wanted.padEnd(10)} ${verdict.padEnd(5)} load ${load}`;
}
