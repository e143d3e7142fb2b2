import { z } from "zod";
import type { DecimalMark } from "@/lib/domain/import/amount-text";
import { type CoefficientRule, directions } from "@/lib/domain/kpi";
import { gatherings, spans } from "@/lib/domain/kpi-target";
import { typedText } from "@/lib/domain/typed-amount";

export const measureKinds = ["computed", "formula", "entered"] as const;
export const units = ["money", "percent", "number"] as const;
export const subjectKinds = ["member", "team", "client"] as const;

const name = z.string().trim().min(1, "required").max(80, "too-long");
/** Per cent as a person writes them: "12,5". */
const typedPercent = z.string().trim().max(10, "too-long");
/** Version 0: a new one. A computed measure keeps its kind and unit; what it is called and how it counts may change. */
export const measureInput = z.object({
  id: z.uuid("not-a-choice").or(z.literal("")),
  version: z.int(),
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, "not-a-code"),
  nameRu: name,
  nameEn: name,
  kind: z.enum(measureKinds, "choose-one"),
  formula: z.string().trim().max(500, "too-long"),
  unit: z.enum(units, "choose-one"),
  digits: z.coerce.number<string>("not-a-number").int("not-a-number").min(0, "not-a-number").max(3, "too-large"),
  direction: z.enum(directions, "choose-one"),
  gathering: z.enum(gatherings, "choose-one"),
  weight: typedPercent,
  rule: z.enum(["linear", "steps"], "choose-one"),
  /** "" no limit. */
  cap: typedPercent,
  steps: z.array(z.object({ from: typedPercent, coefficient: typedPercent })).max(20, "too-many"),
});
export type MeasureInput = z.input<typeof measureInput>;
export type MeasureForm = Omit<MeasureInput, "id" | "version">;

type Kept = {
  code: string;
  nameRu: string;
  nameEn: string;
  kind: MeasureForm["kind"];
  formula: string | null;
  unit: MeasureForm["unit"];
  digits: number;
  direction: MeasureForm["direction"];
  gathering: MeasureForm["gathering"];
  weight: number;
  rule: CoefficientRule;
};

/** A measure as its form shows it; without one, what a new one begins with. */
export function measureForm(measure: Kept | undefined, mark: DecimalMark): MeasureForm {
  const percent = (value: number | null) => (value === null ? "" : typedText(BigInt(value), 2, mark));
  const rule = measure?.rule ?? { kind: "linear", cap: 20_000 };
  return {
    code: measure?.code ?? "",
    nameRu: measure?.nameRu ?? "",
    nameEn: measure?.nameEn ?? "",
    kind: measure?.kind ?? "formula",
    formula: measure?.formula ?? "",
    unit: measure?.unit ?? "number",
    digits: String(measure?.digits ?? 0),
    direction: measure?.direction ?? "more",
    gathering: measure?.gathering ?? "sum",
    weight: percent(measure?.weight ?? null),
    rule: rule.kind,
    cap: rule.kind === "linear" ? percent(rule.cap) : "",
    steps:
      rule.kind === "steps"
        ? rule.steps.map(({ from, coefficient }) => ({ from: percent(from), coefficient: percent(coefficient) }))
        : [],
  };
}

export const archiveMeasureInput = z.object({ id: z.uuid("not-a-choice"), version: z.int(), archived: z.boolean() });
export const orderMeasuresInput = z.object({ ids: z.array(z.uuid("not-a-choice")).max(500, "too-many") });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-01$/, "not-a-date");

const place = {
  subject: z.enum(subjectKinds),
  subjectId: z.uuid("not-a-choice"),
  measureId: z.uuid("not-a-choice"),
  startsOn: month,
  months: z.union([z.literal(1), z.literal(3), z.literal(12)]),
  /** As a person writes it; "" takes it away. */
  amount: z.string().trim().max(40, "too-long"),
  /** 0: there is none yet. */
  version: z.int().min(0),
};
export const targetInput = z.object({ ...place, weight: z.string().trim().max(10, "too-long") });

/** Cells of the year's targets, all saved or none. `version` absent: put back what an undo remembers. */
export const targetCells = z.object({
  cells: z
    .array(z.object({ ...place, version: place.version.optional() }))
    .min(1, "required")
    .max(500, "too-many"),
});
export type CellInput = z.input<typeof targetCells>["cells"][number];

/** A value by hand and what it rests on. */
export const valueInput = z.object({
  ...place,
  note: z.string().trim().max(1000, "too-long"),
  link: z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((link) => link === "" || (URL.canParse(link) && /^https?:/.test(link)), "not-a-link"),
});

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
/** The address of the scorecard; a broken one falls back to one's own, this month. */
export const targetFilter = z.object({
  span: z.preprocess(one, z.enum(spans).catch("month")),
  at: z.preprocess(one, month.optional().catch(undefined)),
  subject: z.preprocess(one, z.enum(subjectKinds).catch("member")),
  of: z.preprocess(one, z.uuid().optional().catch(undefined)),
});
export type TargetFilter = z.output<typeof targetFilter>;

/** The rows behind one figure of it. */
export const rowFilter = targetFilter.extend({ measure: z.preprocess(one, z.uuid().optional().catch(undefined)) });
export type RowFilter = z.output<typeof rowFilter>;

/** The targets of a year: of all measures, or of one for a team and its people. */
export const yearFilter = rowFilter.omit({ span: true });
export type YearFilter = z.output<typeof yearFilter>;
