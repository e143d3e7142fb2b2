import { timelineGroups as everyGroup, type TimelineGroup, type TimelineSource } from "./source";
import { beginning } from "./sources/beginning";
import { contracts } from "./sources/contracts";
import { edits } from "./sources/edits";
import { imports } from "./sources/imports";
import { merges } from "./sources/merges";
import { needs } from "./sources/needs";
import { notes } from "./sources/notes";
import { numbers } from "./sources/numbers";
import { promises } from "./sources/promises";
import { returns } from "./sources/returns";
import { sales } from "./sources/sales";
import { stagesOfLife } from "./sources/stages";
import { talks } from "./sources/talks";
import { team } from "./sources/team";

/** Every kind of entry, one line each. The name is part of the address of a page, so it stays. */
export const timelineSources: Readonly<Record<string, TimelineSource>> = {
  beginning,
  contracts,
  edits,
  imports,
  merges,
  needs,
  notes,
  numbers,
  promises,
  returns,
  sales,
  stages: stagesOfLife,
  talks,
  team,
};

/** Groups that have a kind of entry, in the order of the page's filters. */
export const timelineGroups: readonly TimelineGroup[] = everyGroup.filter((group) =>
  Object.values(timelineSources).some((source) => source.group === group),
);
