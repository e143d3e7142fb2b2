import { describe, expect, it } from "vitest";
import { preferredLocale } from "@/lib/i18n/locale";

describe("R95 the language of a request", () => {
  it.each([
    ["the person's choice first", "ru", "en-US,en;q=0.9", "en", "ru"],
    ["then what the browser asks for", undefined, "ru-RU,ru;q=0.9,en;q=0.8", "en", "ru"],
    ["by weight, not by place", undefined, "en;q=0.3, ru;q=0.7", "en", "ru"],
    ["passing over what we do not speak", undefined, "de-DE, fr;q=0.9, ru;q=0.1", "en", "ru"],
    ["never what is refused", undefined, "ru;q=0", "en", "en"],
    ["the first of two equal ones", undefined, "en, ru", "ru", "en"],
    ["then the fallback", undefined, null, "ru", "ru"],
    ["also for a cookie that means nothing", "xx", "*", "ru", "ru"],
    ["and for a header that means nothing", undefined, ";;q=,,", "en", "en"],
  ] as const)("%s", (_, cookie, header, fallback, expected) => {
    expect(preferredLocale(cookie, header, fallback)).toBe(expected);
  });
});
