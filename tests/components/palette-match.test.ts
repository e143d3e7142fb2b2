import { expect, it } from "vitest";
import { fits } from "@/components/shell/palette-match";

const log = ["Записать касание", "звонок", "сообщение", "встреча", "заметка", "обещание"];

it.each([
  // What is typed stands in the name of the item …
  ["зап", log, 1],
  ["КАСАНИЕ зап", log, 1],
  ["", log, 1],
  ["план", ["План и продажи"], 1],
  ["торг", ["Север-Торг"], 1],
  // … or in another word for it …
  ["встр", log, 0.5],
  ["записать звон", log, 0.5],
  // … and not scattered over its letters, nor inside a word.
  ["евро", log, 0],
  ["асание", log, 0],
  ["записать евро", log, 0],
])("the palette finds «%s» in %j: %d", (typed, words, expected) => {
  expect(fits("id", typed, [...words])).toBe(expected);
});
