import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelKey, emailKey, phoneKey } from "@/lib/domain/channel";

describe("phone", () => {
  it.each([
    "+7 (495) 000-12-34",
    "8 (495) 000-12-34",
    "84950001234",
    "7 495 000 12 34",
    "495 000-12-34",
    "4950001234",
    "+7 495 000‑12‑34",
    "8-495-000-12-34 доб. 5",
    "8 495 000 12 34, внутр. 100",
    "+74950001234 ext 7",
    "+74950001234#12",
    "007 495 000 12 34",
    "+7.495.000.12.34",
  ])("%s is +74950001234", (text) => {
    expect(phoneKey(text)).toBe("+74950001234");
  });

  it.each([
    ["(212) 555-0134", "1", "+12125550134"],
    ["1-212-555-0134", "1", "+12125550134"],
    ["+44 20 7946 0000", "7", "+442079460000"],
    ["00 44 20 7946 0000", "1", "+442079460000"],
    ["+375 17 200-00-00", "7", "+375172000000"],
  ] as const)("%s from %s is %s", (text, home, key) => {
    expect(phoneKey(text, home)).toBe(key);
  });

  it.each([
    "",
    "нет",
    "12-34",
    "+0 495 000 12 34",
    "звонить Анне 84950001234",
    "+7 495 000 12 34 56 78 90 1",
    "+",
    "84950001234abc",
  ])("%j is none", (text) => {
    expect(phoneKey(text)).toBeNull();
  });

  it("8 is an American's own first digit, not +7", () => {
    expect(phoneKey("8005550134", "1")).toBe("+18005550134");
    expect(phoneKey("88005550134", "1")).toBeNull();
  });

  it("the key does not depend on how the number is spaced, and is its own key", () => {
    const gap = fc.constantFrom("", " ", "-", " (", ") ", ".");
    fc.assert(
      fc.property(
        fc.stringMatching(/^[3-9]\d{9}$/),
        fc.constantFrom("+7", "8", "7"),
        fc.array(gap, { minLength: 10, maxLength: 10 }),
        (number, lead, gaps) => {
          const written = lead + [...number].map((digit, index) => gaps[index] + digit).join("");
          expect(phoneKey(written)).toBe(`+7${number}`);
          expect(phoneKey(`+7${number}`)).toBe(`+7${number}`);
        },
      ),
    );
  });
});

describe("e-mail", () => {
  it.each([
    [" Anna.Krylova@Sever-Torg.EXAMPLE ", "anna.krylova@sever-torg.example"],
    ["a+b@b.example", "a+b@b.example"],
    ["почта@пример.рф", "почта@пример.рф"],
  ])("%j", (text, key) => {
    expect(emailKey(text)).toBe(key);
  });

  it.each([
    "",
    "anna",
    "anna@",
    "@b.example",
    "anna@localhost",
    "a b@c.example",
    "a@b..example",
    "a@b@c.example",
    "Anna <a@b.example>",
    `${"a".repeat(250)}@b.example`,
  ])("%j is none", (text) => {
    expect(emailKey(text)).toBeNull();
  });
});

describe("messengers and the rest", () => {
  it.each([
    ["telegram", "@Anna_K", "anna_k"],
    ["telegram", "https://t.me/anna_k", "anna_k"],
    ["telegram", "8 (916) 000-12-34", "+79160001234"],
    ["whatsapp", "wa.me/79160001234", "+79160001234"],
    ["max", "+7 916 000 12 34", "+79160001234"],
    ["phone", "8 916 000 12 34", "+79160001234"],
    ["email", "A@B.example", "a@b.example"],
    ["other", "  Почтой,   ящик 5 ", "почтой, ящик 5"],
    ["telegram", "two words", null],
    ["other", "  ", null],
  ] as const)("%s %s", (kind, value, key) => {
    expect(channelKey(kind, value)).toBe(key);
  });
});
