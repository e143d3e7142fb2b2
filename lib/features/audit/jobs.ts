import { houseJob } from "@/lib/access/job";

/** Seals the audit trails of all companies into their hash chains. */
export const sealAudit = houseJob("sealAudit", async (db) => {
  await db.$executeRaw`select app.seal_audit()`;
});
