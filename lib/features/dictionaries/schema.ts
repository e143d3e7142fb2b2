import { z } from "zod";
import { knownZones } from "@/lib/i18n/format";

export const dictionaries = ["industry", "region", "tag"] as const;
export type Dictionary = (typeof dictionaries)[number];

const name = z.string().trim().min(1, "required");
const zone = z
  .union([z.literal(""), z.string().refine((text) => knownZones().has(text), "not-a-zone")])
  .transform((text) => text || null);

// A tag is a short word; the others are names.
const words = [
  z.strictObject({ of: z.literal("industry"), name: name.max(120, "too-long") }),
  z.strictObject({ of: z.literal("region"), name: name.max(120, "too-long"), zone }),
  z.strictObject({ of: z.literal("tag"), name: name.max(60, "too-long") }),
] as const;
const [industry, region, tag] = words;
const edited = { id: z.uuid(), version: z.int() };

export const wordInput = z.discriminatedUnion("of", words);
export const wordEditInput = z.discriminatedUnion("of", [
  industry.extend(edited),
  region.extend(edited),
  tag.extend(edited),
]);
export const wordArchiveInput = z.strictObject({
  of: z.enum(dictionaries),
  id: z.uuid(),
  version: z.int(),
  archived: z.boolean(),
});

/** Which dictionary is open; a broken address opens the first. */
export const dictionaryFilter = z.object({ of: z.enum(dictionaries).catch("industry").default("industry") });
