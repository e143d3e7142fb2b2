import type { TimelineSource } from "../source";
import { touchesOf, touchWords } from "./talks";

export const notes: TimelineSource = {
  group: "notes",
  past: (paging) => touchesOf("= 'note'", paging),
  entry: touchWords,
};
