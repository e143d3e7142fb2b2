"use server";

import { action } from "@/lib/access/doors";
import { writeTarget, writeTargets, writeValue } from "./actions/write-figure";
import { putAway, putInOrder, writeMeasure } from "./actions/write-measure";
import { archiveMeasureInput, measureInput, orderMeasuresInput, targetCells, targetInput, valueInput } from "./schema";

export const saveMeasure = action(
  { name: "saveMeasure", ability: "measure:edit", input: measureInput },
  async function saveMeasure(scope, input) {
    return writeMeasure(scope, input);
  },
);

/** Puts a measure away, or takes it back; its figures stay. */
export const archiveMeasure = action(
  { name: "archiveMeasure", ability: "measure:edit", input: archiveMeasureInput },
  async function archiveMeasure(scope, input) {
    await putAway(scope, input);
    return {};
  },
);

/** The order in which scorecards show them. */
export const orderMeasures = action(
  { name: "orderMeasures", ability: "measure:edit", input: orderMeasuresInput },
  async function orderMeasures(scope, { ids }) {
    await putInOrder(scope, ids);
    return {};
  },
);

/** Sets one target with its weight. */
export const setTarget = action(
  { name: "setTarget", ability: "target:edit", input: targetInput },
  async function setTarget(scope, input) {
    await writeTarget(scope, input);
    return {};
  },
);

/** Sets many targets, all or none; answers what stood there, to take it back. */
export const saveTargets = action(
  { name: "saveTargets", ability: "target:edit", input: targetCells },
  async function saveTargets(scope, { cells }) {
    return { before: await writeTargets(scope, cells) };
  },
);

/** Enters a value that nobody can compute, with what it rests on. */
export const enterValue = action(
  { name: "enterValue", ability: "value:enter", input: valueInput },
  async function enterValue(scope, input) {
    await writeValue(scope, input);
    return {};
  },
);
