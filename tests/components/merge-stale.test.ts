import { expect, test } from "vitest";
import { mergeStale } from "@/components/ui/merge-stale";

const base = { name: "Заря", city: "Омск", tags: ["a"] };

test("a field that both changed is shown with both values, and saving mine keeps mine", () => {
  const { kept, lines } = mergeStale(base, { ...base, city: "Томск" }, { ...base, city: "Тула", name: "Заря+" });
  expect(lines).toEqual([{ field: "city", theirs: "Тула", mine: "Томск" }]);
  expect(kept).toEqual({ name: "Заря+", city: "Томск", tags: ["a"] });
});

test("where nothing overlaps, what they changed is shown, and saving mine loses none of it", () => {
  const { kept, lines } = mergeStale(base, { ...base, city: "Томск" }, { ...base, tags: ["a", "b"] });
  expect(lines).toEqual([{ field: "tags", theirs: ["a", "b"], mine: ["a", "b"] }]);
  expect(kept).toEqual({ name: "Заря", city: "Томск", tags: ["a", "b"] });
});

test("the same change by both is no disagreement, but it is shown when there is nothing else", () => {
  const changed = { ...base, city: "Тула" };
  expect(mergeStale(base, changed, changed).lines).toEqual([{ field: "city", theirs: "Тула", mine: "Тула" }]);
});
