import "server-only";
import { z } from "zod";
import { job } from "@/lib/access/job";
import { keepPlanCredit } from "./actions/keep-credit";

/** Whose figures the plans in force are: asked for by the database wherever an assignment, a version's status or the calendar changes. */
export const planCredit = job(
  { name: "planCredit", ability: "plan:keep", payload: z.object({}), patient: true },
  async (open) => {
    await open(keepPlanCredit);
  },
);
