import { z } from "zod";

/** State of /admin/notices: the open ones, or with `resolved` those that are done. */
export const noticeFilter = z.object({
  resolved: z.preprocess((value) => value === "1", z.boolean()),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.literal([50, 100, 200]))
    .catch(50)
    .default(50),
});
export type NoticeFilter = z.output<typeof noticeFilter>;

export const noticeInput = z.strictObject({ id: z.uuid("not-found"), resolved: z.boolean() });
