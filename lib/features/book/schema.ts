import { z } from "zod";
import { abcClasses } from "@/lib/domain/abc-xyz";
import { lifeStages } from "@/lib/domain/life-stage";
import { tiers } from "@/lib/domain/tier";
import { workModes } from "@/lib/domain/work-mode";

// What the book's address may say. A word that means nothing is left out, so a broken or old link falls back and never fails.

const textSorts = ["name", "code", "tier", "mode", "industry", "region", "owner", "since", "contacts"] as const;
/** Sorts by a figure: see figureRank. */
export const figureSorts = [
  "touch",
  "year",
  "month",
  "turnover",
  "growth",
  "toDate",
  "class",
  "rhythm",
  "stage",
  "contract",
] as const;
export const bookSorts = [...textSorts, ...figureSorts] as const;
export const bookGroups = ["tier", "owner", "region", "industry"] as const;
/** How long a client has been with us: bands of whole years [from, to). */
export const tenureBands = { "0-1": [0, 1], "1-3": [1, 3], "3-5": [3, 5], "5-": [5, null] } as const;

/** Stands for "has none" where a filter or a group is about something that a client may lack. */
export const NONE = "none";

export type BookGroup = (typeof bookGroups)[number];

/** An address repeats a parameter for several values; those that are no value of it are dropped. */
function many<T>(one: z.ZodType<T>) {
  return z
    .unknown()
    .optional()
    .transform((given): T[] => {
      const values = Array.isArray(given) ? given : given === undefined ? [] : [given];
      const good = values.flatMap((value) => one.safeParse(value).data ?? []);
      return [...new Set(good)].slice(0, 50);
    });
}

const idOrNone = z.union([z.uuid(), z.literal(NONE)]);
const flag = z.literal("1").optional().catch(undefined);
const count = (max: number) => z.coerce.number().int().min(1).max(max).optional().catch(undefined);

export const bookFilter = z.object({
  q: z.string().trim().max(200).catch(""),
  tier: many(z.enum([...tiers, NONE])),
  mode: many(z.enum(workModes)),
  owner: many(idOrNone),
  region: many(idOrNone),
  industry: many(idOrNone),
  tag: many(z.uuid()),
  tenure: many(z.enum(["0-1", "1-3", "3-5", "5-", NONE])),
  abc: many(z.enum(abcClasses)),
  stage: many(z.enum([...lifeStages, NONE])),
  /** Clients whom we know nobody at. */
  lonely: flag,
  /** Late by their own rhythm, and not lost. */
  missed: flag,
  /** Overdue for a touch. */
  overdue: flag,
  /** Short of what was due of the year's plan. */
  behind: flag,
  archived: flag,
  /** "-since": the newest first. */
  sort: z
    .string()
    .regex(new RegExp(`^-?(${bookSorts.join("|")})$`))
    .catch("name"),
  /** Absent: the one that suits the reach. */
  group: z
    .enum([...bookGroups, NONE])
    .optional()
    .catch(undefined),
  page: count(100_000),
  size: count(200),
  view: z.string().max(60).optional().catch(undefined),
  cols: z.string().max(300).optional().catch(undefined),
});

export type BookFilter = z.output<typeof bookFilter>;

/** All that matches an address, for a bulk act on it. */
export const bookMatchInput = z.strictObject({ query: z.string().max(2000) });
