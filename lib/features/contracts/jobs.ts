import { houseJob } from "@/lib/access/job";
import { frozenDay } from "@/lib/io/clock";

/** Contracts begin and assignments end with the calendar: whoever is left without an owner then is told to the admin (R3). */
export const unownedContracts = houseJob("unownedContracts", async (db) => {
  await db.$executeRaw`select app.note_unowned_contracts(${frozenDay()}::date)`;
});
