import { z } from "zod";

export const clientMergeInput = z.strictObject({ winnerId: z.uuid(), loserId: z.uuid() });
export const contactMergeInput = z.strictObject({ clientId: z.uuid(), winnerId: z.uuid(), loserId: z.uuid() });
export const otherClientInput = z.strictObject({ query: z.string().max(200), clientId: z.uuid() });
export const mergeInput = z.strictObject({ id: z.uuid() });
