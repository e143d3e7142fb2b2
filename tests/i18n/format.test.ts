import { describe, expect, it } from "vitest";
import * as format from "@/lib/i18n/format";

// Spaces inside a figure are no-break, so that it never falls apart at the end of a line.
const spaced = (text: string) => text.replaceAll("_", "\u00a0");

describe("R95 money", () => {
  it.each([
    ["ru", 12_400_000_00n, "RUB", { short: true }, "12,4_млн_₽"],
    ["ru", 332_000_00n, "RUB", { short: true }, "332_тыс_₽"],
    ["ru", 1_000_000_00n, "RUB", { short: true }, "1,0_млн_₽"],
    ["ru", -1_234_567_00n, "RUB", { short: true, sign: true }, "−1,2_млн_₽"],
    ["ru", 235_400_00n, "RUB", { short: true, sign: true, bare: true }, "+235_тыс"],
    ["ru", 1_001_400_000_000_00n, "RUB", { short: true }, "1,0_трлн_₽"],
    ["ru", 50_00n, "RUB", { short: true }, "50_₽"],
    ["ru", 0n, "RUB", { short: true, sign: true }, "0_₽"],
    ["ru", 12_400_000_01n, "RUB", {}, "12_400_000,01_₽"],
    ["ru", -5n, "RUB", {}, "−0,05_₽"],
    ["ru", 1_500n, "KWD", {}, "1,500_KWD"],
    ["en", 12_400_000_00n, "RUB", { short: true }, "₽12.4M"],
    ["en", -332_000_00n, "USD", { short: true }, "−$332K"],
    ["en", 12_400_000_01n, "USD", {}, "$12,400,000.01"],
    ["en", 1_234n, "JPY", {}, "¥1,234"],
    ["en", 1_500n, "KWD", {}, "KWD_1.500"],
  ] as const)("%s %d %s", (locale, minor, currency, options, text) => {
    expect(format.money(minor, currency, locale, options)).toBe(spaced(text));
  });

  it("is exact where a floating number is not (R19: up to 10^12 and beyond)", () => {
    expect(format.money(9_007_199_254_740_993_01n, "RUB", "ru")).toBe(spaced("9_007_199_254_740_993,01_₽"));
  });
});

describe("R95 figures", () => {
  it.each([
    [format.number(-1234.56, "ru", { digits: 1 }), "−1_234,6"],
    [format.number(1234, "en"), "1,234"],
    [format.number(12n, "ru", { sign: true }), "+12"],
    [format.percent(0.84, "ru"), "84_%"],
    [format.percent(0.84, "en"), "84%"],
    [format.percent(-0.084, "ru", { digits: 1, sign: true }), "−8,4_%"],
    [format.list(["Анна", "Борис", "Вера"], "ru"), "Анна, Борис и Вера"],
    [format.list(["Ann", "Ben"], "en"), "Ann and Ben"],
  ])("%s", (text, expected) => {
    expect(text).toBe(spaced(expected));
  });
});

describe("R95 days and moments", () => {
  it.each([
    [format.day("2024-06-16", "ru"), "16.06.2024"],
    [format.day("2024-06-16", "en"), "Jun_16,_2024"],
    [format.shortMonth("2024-06-01", "ru", "2024-11-23"), "июн"],
    [format.shortMonth("2023-12-01", "ru", "2024-11-23"), "дек_2023"],
    [format.shortMonth("2023-12-01", "en", "2024-11-23"), "Dec_2023"],
    [format.shortDay("2024-06-16", "ru", "2024-11-23"), "16_июн"],
    [format.shortDay("2024-05-02", "ru", "2024-11-23"), "2_мая"],
    [format.shortDay("2023-11-02", "ru", "2024-11-23"), "2_ноя_2023"],
    [format.shortDay("2024-06-16", "en", "2024-11-23"), "Jun_16"],
    [format.shortDay("2023-06-16", "en", "2024-11-23"), "Jun_16,_2023"],
    [format.longDay("2024-11-23", "ru"), "23_ноября"],
    [format.longDay("2024-11-23", "en"), "November_23"],
    [format.monthName(5, "ru"), "май"],
    [format.monthName(12, "en"), "Dec"],
  ])("%s", (text, expected) => {
    expect(text).toBe(spaced(expected));
  });

  it("never shifts a day by the zone of the machine, which in these tests is +05:45", () => {
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(-345);
    expect(format.day("2024-01-01", "en")).toBe(spaced("Jan_1,_2024"));
    expect(format.longDay("2024-12-31", "ru")).toBe(spaced("31_декабря"));
  });

  it("knows the zones of the platform, their names and the machine's own", () => {
    expect([format.knownZones().has("Asia/Kamchatka"), format.knownZones().has("Europe/Tver")]).toEqual([true, false]);
    expect(format.ownZone()).toMatch(/^Asia\/Kat[h]?mandu$/);
    const summer = new Date("2024-06-16T12:00:00Z");
    expect(format.zoneName("Asia/Yekaterinburg", summer, "en", "longOffset")).toBe("GMT+05:00");
    expect(format.zoneName("America/New_York", summer, "en", "longGeneric")).toBe("Eastern Time");
  });

  it("R59 shows a moment in the zone that was asked for", () => {
    const at = new Date("2024-06-16T21:20:00Z");
    expect(format.moment(at, "Europe/Moscow", "ru")).toBe(spaced("17.06.2024,_00:20"));
    expect(format.moment(at, "America/New_York", "en")).toBe(spaced("Jun_16,_2024,_5:20_PM"));
    expect(format.clock(at, "Asia/Yekaterinburg", "ru")).toBe("02:20");
    expect(format.clock(at, "America/New_York", "en")).toBe(spaced("5:20_PM"));
  });

  it.each([
    [-3, "3_дня_назад", "3_days_ago"],
    [-1, "вчера", "yesterday"],
    [0, "сегодня", "today"],
    [1, "завтра", "tomorrow"],
    [5, "через_5_дней", "in_5_days"],
    [-13, "13_дней_назад", "13_days_ago"],
    [-15, "2_недели_назад", "2_weeks_ago"],
    [-90, "3_месяца_назад", "3_months_ago"],
    [-800, "2_года_назад", "2_years_ago"],
  ])("says %d days", (days, ru, en) => {
    expect(format.relativeDays(days, "ru")).toBe(spaced(ru));
    expect(format.relativeDays(days, "en")).toBe(spaced(en));
  });

  it.each([
    [{ years: 6, months: 5 }, "6_лет 5_месяцев", "6_years 5_months"],
    [{ years: 1, months: 0 }, "1_год", "1_year"],
    [{ years: 0, months: 3 }, "3_месяца", "3_months"],
    [{ years: 0, months: 0 }, "0_месяцев", "0_months"],
  ])("R45 says how long: %o", (length, ru, en) => {
    expect(format.tenure(length, "ru")).toBe(spaced(ru));
    expect(format.tenure(length, "en")).toBe(spaced(en));
  });
});

describe("phones and order", () => {
  it.each([
    ["+74950001234", "+7_495_000-12-34"],
    ["+12125550134", "+1_212_555-0134"],
    ["+442079460000", "+442079460000"],
    ["внутр. 12", "внутр. 12"],
  ])("groups %s", (key, expected) => {
    expect(format.phone(key)).toBe(spaced(expected));
  });

  it("orders names as people do: ё with е, figures by value, any case", () => {
    const names = ["Яхонт", "Ёлка", "Егоза", "ель", "Цех 10", "Цех 9"];
    expect(names.sort(format.collator("ru").compare)).toEqual(["Егоза", "Ёлка", "ель", "Цех 9", "Цех 10", "Яхонт"]);
  });
});
