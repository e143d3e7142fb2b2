import "server-only";
import { z } from "zod";
import { houseJob, job } from "@/lib/access/job";
import { frozenDay } from "@/lib/io/clock";
import { endStagesWithoutSales, keepStages } from "./actions/write-stages";

/** The life stages of a whole company: every night, and soon after its sales changed. */
export const lifeStages = job({ name: "lifeStages", ability: "stage:keep", payload: z.object({}) }, async (open) => {
  await open(async (scope) => {
    await keepStages(scope);
    await endStagesWithoutSales(scope);
  });
});

/** Looks whose night it is: each company has its own zone. */
export const lifeStagesDue = houseJob("lifeStagesDue", async (db) => {
  await db.$executeRaw`select app.queue_life_stages(${frozenDay()}::date)`;
});
