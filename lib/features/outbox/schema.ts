import { z } from "zod";

export const mailStates = ["held", "queued", "sent", "failed", "withdrawn"] as const;
export const mailKinds = ["invitation", "reset", "handover"] as const;

const list = <T extends readonly string[]>(of: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(of)).catch([]));

/** State of /admin/outbox; `mail` is the one whose text is open. */
export const outboxFilter = z.object({
  q: z.string().max(100).catch("").default(""),
  status: list(mailStates),
  kind: list(mailKinds),
  sort: z.enum(["created", "-created"]).catch("-created").default("-created"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.literal([50, 100, 200]))
    .catch(50)
    .default(50),
  cols: z.string().max(200).optional().catch(undefined),
  mail: z.uuid().optional().catch(undefined),
});
export type OutboxFilter = z.output<typeof outboxFilter>;

export const mailInput = z.strictObject({ id: z.uuid("not-found") });
