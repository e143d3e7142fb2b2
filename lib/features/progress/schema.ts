import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { sourceKinds } from "@/lib/domain/source-kind";
import { workModes } from "@/lib/domain/work-mode";

// What the address of the progress screen may say. A word that means nothing falls back, so an old link never fails.

export const progressPeriods = ["year", "quarter", "month", "to-date"] as const;
export const progressSplits = ["manager", "client", "region", "group", "source", "mode", "month"] as const;
export const progressSorts = [
  ...["name", "fact", "plan", "attainment", "deviation", "forecast", "required", "growth"],
  ...["newShare", "growthShare", "touch", "clients"],
] as const;
export const clientLists = ["active", "fresh", "returned", "churned"] as const;
export type ClientList = (typeof clientLists)[number];
export type ProgressPeriod = (typeof progressPeriods)[number];
export type ProgressSplit = (typeof progressSplits)[number];

/** Stands for "without one" (an owner, a region, a product group). */
export const NONE = "none";
/** Stands for clients whose figures one has and whom one no longer reaches. */
export const AWAY = "away";

const one = <T extends z.ZodType>(value: T) => value.optional().catch(undefined);
const idOrNone = one(z.union([z.uuid(), z.literal(NONE)]));

export const progressFilter = z.object({
  period: z.enum(progressPeriods).catch("year"),
  /** A day of the period that is shown; absent: today. */
  at: one(z.string().refine((value) => parseCalendarDate(value) !== null)),
  /** Calendar years where the company's own begins in another month. */
  calendar: one(z.literal("1")),
  /** Absent: what suits the reach. */
  by: one(z.enum(progressSplits)),
  /** Figures by today's owner: a planning view, never the one that pays. */
  view: one(z.literal("owner")),
  // What is looked at, each narrowing the last.
  team: one(z.uuid()),
  member: idOrNone,
  client: one(z.uuid()),
  group: idOrNone,
  source: one(z.enum(sourceKinds)),
  region: one(z.union([z.uuid(), z.enum([NONE, AWAY])])),
  mode: one(z.enum([...workModes, AWAY])),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${progressSorts.join("|")})$`))
    .catch("deviation"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** Movers since that day; absent: since Monday. */
  since: one(z.string().refine((value) => parseCalendarDate(value) !== null)),
  /** Clients behind a figure, listed below it. */
  list: one(z.enum(clientLists)),
  /** "What if we lose this client". */
  lose: one(z.uuid()),
});
export type ProgressFilter = z.output<typeof progressFilter>;

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])-01$/);

/** The lines behind a person's figure of a client: whole months [from, to). */
export const creditLineFilter = z.object({
  member: z.union([z.uuid(), z.literal(NONE)]).catch(NONE),
  client: z.uuid().catch("00000000-0000-0000-0000-000000000000"),
  from: month.catch("2000-01-01"),
  to: month.catch("2000-01-01"),
  group: idOrNone,
  source: one(z.enum(sourceKinds)),
});
export type CreditLineFilter = z.output<typeof creditLineFilter>;
