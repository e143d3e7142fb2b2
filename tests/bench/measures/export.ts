// Export of sale lines as a file: how much memory a process needs for few of them and for many, in one run.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import type { BenchDatabase, Measure } from "../bench";

const figures = z.object({ rows: z.number(), size: z.number(), seconds: z.number(), memory: z.number() });
const FEW = 10_000;
const MANY = 400_000;

export const measure: Measure = async (bench) => {
  const database = await bench.database("bench_export", true);
  for (const format of ["csv", "xlsx"]) {
    const little = await exported(database, format, FEW);
    const much = await exported(database, format, MANY);
    const { report } = bench;
    report.figure(`export of ${much.rows} sale lines as ${format}`, much.seconds, "s");
    report.figure(`memory of the export process, ${little.rows} lines as ${format}`, little.memory, "MiB");
    report.figure(`memory of the export process, ${much.rows} lines as ${format}`, much.memory, "MiB");
    report.figure(`memory of the export process, many ÷ few lines as ${format}`, much.memory / little.memory, "×", {
      atMost: 1.3,
    });
  }
};

async function exported(database: BenchDatabase, format: string, lines: number): Promise<z.output<typeof figures>> {
  const args = ["--max-old-space-size=512", "--import", "tsx", "--conditions=react-server"];
  const of = ["tests/bench/export-process.ts", "Bench 1", "admin1@1.bench.example", format, String(lines)];
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    NODE_ENV: "production" as const,
    GRANGE_TODAY: "2026-11-23",
  };
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...of], { env });
  return figures.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}
