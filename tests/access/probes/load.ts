import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Probe } from "./probe";

/** All probes, each with the name of its feature (its file). */
export async function loadProbes(): Promise<(Probe & { feature: string })[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => !["probe.ts", "load.ts"].includes(file));
  const modules = files.map(async (file) => {
    const { default: probes }: { default: Probe[] } = await import(/* @vite-ignore */ join(import.meta.dirname, file));
    return probes.map((probe) => ({ ...probe, feature: file.replace(/\.ts$/, "") }));
  });
  return (await Promise.all(modules)).flat();
}
