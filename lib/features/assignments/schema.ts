import { z } from "zod";
import { assignmentRoles } from "@/lib/domain/assignment";
import { parseCalendarDate } from "@/lib/domain/calendar-date";

// What may be ordered about assignments. Messages are keys of the errors namespace.

const day = z.string("not-a-date").refine((text) => parseCalendarDate(text) !== null, "not-a-date");
const reason = z
  .string()
  .trim()
  .max(300, "too-long")
  .transform((text) => text || null)
  .nullable();

const order = z.strictObject({
  clients: z.array(z.uuid("not-found")).min(1, "nothing-chosen").max(5000, "too-many"),
  role: z.enum(assignmentRoles, "choose-one"),
  /** null: to nobody. Only an owner can be nobody. */
  to: z.uuid("choose-one").nullable(),
  /** First day. */
  on: day,
  /** First day on which a deputy or specialist no longer works with the client. */
  until: day.nullable(),
  /** A specialist's part of the client's credit, per cent with two decimals. */
  share: z
    .number("not-a-share")
    .min(0, "not-a-share")
    .max(100, "not-a-share")
    .multipleOf(0.01, "not-a-share")
    .nullable(),
});

type Order = z.output<typeof order>;

function possible(asked: Order, context: z.core.$RefinementCtx): void {
  const fault = (path: keyof Order, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (asked.role !== "primary" && asked.to === null) fault("to", "choose-one");
  if (asked.role === "deputy" && asked.until === null) fault("until", "deputy-without-end");
  if (asked.until !== null && asked.until <= asked.on) fault("until", "impossible-period");
  if (asked.role === "primary" && asked.until !== null) fault("until", "impossible-period");
  if (asked.role === "deputy" && asked.share) fault("share", "deputy-share");
}

export const previewInput = order.superRefine(possible);

/** `seen`: the stamps of the preview. With them, what changed since then is refused as a conflict; without, it is not looked at. */
export const assignInput = order
  .extend({ reason, seen: z.record(z.uuid(), z.string().max(40)).optional() })
  .superRefine(possible);

export const undoInput = z.strictObject({ transfer: z.uuid() });
export const endInput = z.strictObject({ assignment: z.uuid(), on: day });
export const receiversInput = z.strictObject({ role: z.enum(assignmentRoles) });

/** Someone leaves on a day; `targets` names for each of their clients who takes it, null for nobody. */
export const leaveInput = z.strictObject({
  member: z.uuid(),
  on: day,
  targets: z.record(z.uuid("not-found"), z.uuid("not-a-choice").nullable()),
  reason,
});
export const leavePreviewInput = z.strictObject({ member: z.uuid(), on: day });

export type TransferOrder = z.output<typeof previewInput>;
export type AssignOrder = z.output<typeof assignInput>;

/** All clients of one member (of nobody with null) that a search finds. */
export const heldInput = z.strictObject({ holder: z.uuid("not-found").nullable(), q: z.string().trim().max(200) });

/** The list of one holder's clients; a broken address falls back. */
export const holderFilter = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  sort: z.enum(["name", "-name", "since", "-since", "tier", "-tier"]).catch("name").default("name"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce.number().int().min(20).max(200).catch(100).default(100),
  cols: z.string().optional().catch(undefined),
});
export type HolderFilter = z.output<typeof holderFilter>;

/** Whose list an address names: a member, or with "none" nobody (null). */
export const holderId = z.union([z.literal("none").transform(() => null), z.uuid()]);

/** The same lists as files: whose, and what its address says. */
export const heldFilter = holderFilter.extend({ holder: holderId.optional().catch(undefined) });
export const holdersFilter = z.object({});
