import { z } from "zod";
import { splitBases } from "@/lib/domain/split-weights";

/** A KAM's own book, a lead's team, the whole company. */
export const planKinds = ["book", "team", "company"] as const;
export const planStatuses = ["draft", "submitted", "approved", "superseded"] as const;
/** Whose history spreads a client's part over the months: the client's own (else the book's), the book's, or working days alone. */
export const planProfiles = ["client", "book", "workdays"] as const;
/** Months that a figure of a plan without clients stands for. */
export const figureSpans = [1, 3, 12] as const;

export type PlanKind = (typeof planKinds)[number];
export type PlanStatus = (typeof planStatuses)[number];
export type PlanProfile = (typeof planProfiles)[number];
export type FigureSpan = (typeof figureSpans)[number];

/** Plans that are submitted or approved together. */
export const PLANS_AT_ONCE = 200;

/** Cells at once: a block of a spreadsheet. */
export const CELLS_AT_ONCE = 6000;

/** `growth` in hundredths of a per cent: 11,000 is last year and a tenth. */
const split = {
  basis: z.enum(splitBases),
  growth: z.number().int().min(0).max(1_000_000),
  profile: z.enum(planProfiles),
};

/** What a version remembers of how it was split. `keptBefore`: months before it were over when it was drawn up, and stay as they were. */
export const storedRule = z.object({
  basis: split.basis.catch("last-year"),
  growth: split.growth.catch(10_000),
  profile: split.profile.catch("client"),
  keptBefore: z.string().nullable().catch(null),
});
export type PlanRule = z.output<typeof storedRule>;

const year = z.coerce.number().int().min(2000).max(2100);

/** `year`: fiscal, named by the calendar year in which it ends; absent: the running one. */
export const planFilter = z.object({ year: year.optional().catch(undefined) });
export type PlanFilter = z.output<typeof planFilter>;

/** `wide`: a column per month; `long`: a line per client and month. */
export const planExportFilter = z.object({
  plan: z.uuid().optional().catch(undefined),
  shape: z.enum(["wide", "long"]).catch("wide"),
});

export const comparisonFilter = z.object({ with: z.uuid().optional().catch(undefined) });

/** Base minor units as text: JSON has no whole numbers of that size. */
const minor = z
  .string()
  .regex(/^-?\d{1,17}$/, "not-a-number")
  .transform(BigInt);
const figure = minor.refine((value) => value >= 0n, "not-a-number");
const reason = z.string().trim().min(1, "required").max(500, "too-long");

export const newPlanInput = z.strictObject({
  kind: z.enum(planKinds),
  memberId: z.uuid(),
  year,
  figure,
  /** By clients and months, or figures for months, quarters or the year. */
  by: z.enum(["clients", "month", "quarter", "year"]),
  ...split,
});

const open = { versionId: z.uuid(), version: z.number().int() };

export const figureInput = z.strictObject({ ...open, figure, ...split });

/** `month`: 0–11 of the fiscal year. `value` null takes the pin off. `seen`: the pinned value that stood there on the screen, null where none did. */
const cellEdit = z.strictObject({
  clientId: z.uuid(),
  month: z.number().int().min(0).max(11),
  value: minor,
  seen: minor.nullable(),
});
export const cellInput = cellEdit.extend({ versionId: z.uuid() });
export const unpinInput = cellInput.omit({ value: true });
export const cellsInput = z.strictObject({
  versionId: z.uuid(),
  cells: z
    .array(cellEdit.extend({ value: minor.nullable() }))
    .min(1)
    .max(CELLS_AT_ONCE, "too-many"),
});

export const figuresInput = z.strictObject({
  ...open,
  /** 12 months, 4 quarters or the year, in order; null where nothing is planned. */
  amounts: z
    .array(minor.nullable())
    .refine((given) => [12, 4, 1].includes(given.length) && given.some((amount) => amount !== null), "invalid"),
});

export const versionInput = z.strictObject(open);
export const versionsInput = z.strictObject({ plans: z.array(versionInput).min(1).max(PLANS_AT_ONCE, "too-many") });
/** `inForceFrom`: absent for the first day of the plan, or of the running month where a version already stands. */
export const approvalInput = z.strictObject({ ...open, inForceFrom: z.iso.date().optional() });
export const revisionInput = z.strictObject({ versionId: z.uuid(), reason });
