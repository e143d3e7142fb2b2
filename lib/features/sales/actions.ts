"use server";

import { action } from "@/lib/access/doors";
import { handStage, ownStage } from "./actions/hand-stage";
import { releaseStageInput, stageInput } from "./schema";

/** Puts a client into a stage by hand, with a reason, until a day; until then the nightly rule leaves it alone (domain.md 13.11). */
export const setStage = action({ name: "setStage", ability: "client:edit", input: stageInput }, handStage);

/** Gives a stage set by hand back to the rule, which decides at once. */
export const releaseStage = action(
  { name: "releaseStage", ability: "client:edit", input: releaseStageInput },
  ownStage,
);
