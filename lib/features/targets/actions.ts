"use server";

import { action } from "@/lib/access/doors";
import { writeFigure } from "./actions/write-figure";
import { putAway, writeMeasure } from "./actions/write-measure";
import { archiveMeasureInput, figureInput, measureInput } from "./schema";

export const saveMeasure = action(
  { name: "saveMeasure", ability: "dictionary:edit", input: measureInput },
  async function saveMeasure(scope, input) {
    return writeMeasure(scope, input);
  },
);

/** Puts a measure away, or takes it back; its figures stay. */
export const archiveMeasure = action(
  { name: "archiveMeasure", ability: "dictionary:edit", input: archiveMeasureInput },
  async function archiveMeasure(scope, input) {
    await putAway(scope, input);
    return {};
  },
);

/** Sets a target, or enters a value with what it rests on. */
export const setFigure = action(
  { name: "setFigure", ability: "target:edit", input: figureInput },
  async function setFigure(scope, input) {
    await writeFigure(scope, input);
    return {};
  },
);
