import { houseJob } from "@/lib/access/job";

/** What was thrown away a month ago cannot be taken back any more. */
export const emptyTouchBin = houseJob("emptyTouchBin", async (db) => {
  await db.$executeRaw`select app.empty_touch_bin()`;
});
