import { describe, expect, it } from "vitest";
import { readTyped, showTyped } from "@/components/ui/typed-day";

describe("a typed day", () => {
  it.each([
    ["16.06.2024", "ru", "2024-06-16"],
    ["1.3.26", "ru", "2026-03-01"],
    ["010326", "ru", "2026-03-01"],
    ["1/3/26", "ru", "2026-03-01"],
    ["06/16/2024", "en", "2024-06-16"],
    ["1/3/26", "en", "2026-01-03"],
    ["2026-3-1", "en", "2026-03-01"],
    ["5.12.78", "ru", "1978-12-05"],
  ] as const)("reads %s in %s as %s", (text, locale, day) => {
    expect(readTyped(text, locale)).toBe(day);
  });

  it.each(["30.02.2026", "16.06", "завтра", "16.13.2024", "1.2.3.4"])("does not guess at %s", (text) => {
    expect(readTyped(text, "ru")).toBeNull();
  });

  it("takes an empty field for no day", () => {
    expect(readTyped("  ", "ru")).toBe("");
  });

  it.each(["ru", "en"] as const)("reads back what it shows in %s", (locale) => {
    expect(readTyped(showTyped("2026-11-03", locale), locale)).toBe("2026-11-03");
  });
});
