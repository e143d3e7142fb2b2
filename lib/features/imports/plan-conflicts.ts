import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { fiscalYearOf } from "@/lib/domain/fiscal-year";
import { money, monthName } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import type { ConflictView } from "./conflicts";
import type { Conflict } from "./sql/undo";

const version = z.object({
  member_id: z.string(),
  starts_on: z.string(),
  number: z.number(),
  figure: z.string(),
  figures: z.array(z.tuple([z.string(), z.number(), z.string()])),
  cells: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.boolean()])),
});
type Version = z.output<typeof version>;

/** As many as a person compares at a glance; the plan itself shows the rest. */
const SHOWN = 6;

type Sides = Pick<Conflict, "before" | "now">;
type Difference = { client: string | null; day: string; before: string | undefined; now: string | undefined };

function differences({ before, now }: Sides): Difference[] {
  const amounts = (side: unknown): Map<string, string> => {
    const read = version.nullable().parse(side ?? null);
    if (!read) return new Map();
    return new Map([
      ...read.figures.map(([day, , amount]): [string, string] => [` ${day}`, amount]),
      ...sumByMonth(read.cells),
    ]);
  };
  const [left, right] = [amounts(before), amounts(now)];
  if (left.size === 0) return [];
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key)).sort();
  return keys.slice(0, SHOWN).map((key) => {
    const [client = "", day = ""] = key.split(" ");
    return { client: client || null, day, before: left.get(key), now: right.get(key) };
  });
}

// Cards that became one add up by month.
function sumByMonth(cells: Version["cells"]): Map<string, string> {
  const sums = new Map<string, bigint>();
  for (const [client, month, , amount] of cells) {
    const key = `${client} ${month}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
  }
  return new Map([...sums].map(([key, sum]) => [key, String(sum)]));
}

/** Clients whose names the conflicts of plans show. */
export function clientsOfPlan(conflicts: readonly Conflict[]): string[] {
  return conflicts
    .filter(({ table }) => table === "plan_version")
    .flatMap((one) => differences(one).flatMap(({ client }) => client ?? []));
}

/** A plan that has changed since an import: its figure, and the cells that differ. */
export function planConflict(
  scope: Scope,
  conflict: Pick<Conflict, "id" | "before" | "now"> & { stays: boolean },
  names: ReadonlyMap<string, string>,
): ConflictView {
  const { locale, company } = scope;
  const t = translator(locale, "plans");
  const [before, now] = [version.nullable().parse(conflict.before ?? null), version.parse(conflict.now)];
  const sum = (amount: string | undefined) =>
    amount === undefined ? null : money(BigInt(amount), company.currency, locale);
  const year = fiscalYearOf(now.starts_on, company.fiscalStartMonth);
  const month = (day: string) => `${monthName(Number(day.slice(5, 7)), locale)} ${day.slice(0, 4)}`;
  return {
    key: `plan_version:${conflict.id}`,
    table: "plan_version",
    label: `${names.get(now.member_id) ?? "…"} · ${t("fiscal", { year: String(year) })} · ${t("versions.number", { number: String(now.number) })}`,
    gone: false,
    removes: before === null,
    stays: conflict.stays,
    differences: [
      { label: t("form.figure"), before: sum(before?.figure), now: sum(now.figure) },
      ...differences(conflict).map(({ client, day, ...amounts }) => ({
        label: [client && (names.get(client) ?? "…"), month(day)].filter((part) => part !== null).join(" · "),
        before: sum(amounts.before),
        now: sum(amounts.now),
      })),
    ],
  };
}
