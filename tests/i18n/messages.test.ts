import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import type { AssignmentFault } from "@/lib/domain/assignment";
import type { RequisiteFault } from "@/lib/domain/requisites";
import type { Refusal } from "@/lib/domain/transfer";
import { clientMessages } from "@/lib/i18n/client-messages";
import { type Messages, sourceMessages, translator } from "@/lib/i18n/messages";

/** A reason of lib/domain without words would fail to compile here. */
const worded = (reason: AssignmentFault | RequisiteFault | Refusal): keyof Messages["errors"] => reason;

type Flat = Record<string, string>;
/** One placeholder; a plural has its branches, by category, with # for the number. */
type Part = { name: string; plural: Record<string, string> | null };

const folder = join(import.meta.dirname, "../../lib/i18n/messages");

function flatten(tree: object, path = ""): Flat {
  return Object.entries(tree).reduce<Flat>((flat, [key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return Object.assign(flat, typeof value === "string" ? { [here]: value } : flatten(value, here));
  }, {});
}

const isNode = (node: unknown): node is [string, ...unknown[]] => Array.isArray(node) && typeof node[0] === "string";
const isBranches = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a compiled message reads like: # for a plural's number, {name} for a placeholder. */
function reading(node: unknown): string {
  if (node === 0) return "#";
  if (!Array.isArray(node)) return String(node);
  return node.map((one) => (isNode(one) ? `{${one[0]}}` : reading(one))).join("");
}

/** Every placeholder of a message, those inside plural branches and tags too. A compiled node is [name, type, branches]. */
function parts(message: string): Part[] {
  const found: Part[] = [];
  const walk = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) if (isNode(node)) visit(node);
  };
  const visit = ([name, type, branches]: [string, ...unknown[]], node = [name, type, branches]): void => {
    const texts = isBranches(branches)
      ? Object.entries(branches).map(([category, branch]) => [category, reading(branch)])
      : [];
    found.push({ name, plural: type === 2 ? Object.fromEntries(texts) : null });
    if (isBranches(branches)) for (const branch of Object.values(branches)) walk(branch);
    else walk(node.slice(1));
  };
  walk(compile(message));
  return found;
}

const names = (message: string) => [...new Set(parts(message).map((part) => part.name))].sort();

/** Plurals that say something else for different numbers. */
const plurals = (message: string) =>
  parts(message).flatMap(({ name, plural }) =>
    plural && new Set(Object.values(plural)).size > 1 ? [{ name, plural }] : [],
  );

// Russian: 1, 21, 31 are `one`; 2–4, 22–24 `few`; 5–20 `many`, which may fall to `other` (fractions have no place here).
function russianPluralFaults(plural: Record<string, string>): string[] {
  const { one, few, other = "" } = plural;
  if (one === undefined && few === undefined && plural.many === undefined) return [];
  const missing = ["one", "few", "other"].filter((category) => plural[category] === undefined);
  const lost = one !== undefined && other.includes("#") && !one.includes("#");
  return [
    ...missing.map((category) => `Russian plural without ${category}`),
    ...(lost ? ["Russian `one` is 21 too: it needs #"] : []),
  ];
}

// "# days" is wrong for 1; "# more" and "turns #" are not.
function englishPluralFaults({ one, other = "", ...exact }: Record<string, string>): string[] {
  const complete = one !== undefined || "=1" in exact || !/#\s*\w*s\b/.test(other);
  return complete ? [] : ["English plural without one"];
}

/** What is wrong with a pair of messages, in words; empty when nothing is. */
function faults(en: string, ru: string): string[] {
  const wrong: string[] = [];
  if (en.trim() === "" || ru.trim() === "") wrong.push("empty");
  for (const text of [en, ru]) if (text !== text.trim() || /[ ]{2}/.test(text)) wrong.push("stray spaces");
  if (names(en).join() !== names(ru).join()) wrong.push("other placeholders");
  for (const { plural } of plurals(ru)) wrong.push(...russianPluralFaults(plural));
  for (const { plural } of parts(en)) if (plural) wrong.push(...englishPluralFaults(plural));
  for (const { name } of plurals(en)) {
    if (!parts(ru).some((part) => part.name === name && part.plural)) wrong.push("plural lost in Russian");
  }
  if (en !== ru && /[а-яё]/i.test(en)) wrong.push("Cyrillic in English");
  if (/[а-яё][a-z]|[a-z][а-яё]/i.test(ru.replaceAll(/\{\w+,|\w+ \{|<\/?\w+>/g, " ")))
    wrong.push("mixed alphabets in a word");
  if (/"/.test(ru)) wrong.push("Russian quotes are «…»");
  return [...new Set(wrong)];
}

const en = flatten(sourceMessages("en"));
const ru = flatten(sourceMessages("ru"));

// Names, codes and language names are the same everywhere.
const sameInBoth = /^(words\.(product|noValue|language\.\w+|channel\.(whatsapp|max))|.*\.example)$/;

describe("R95 Russian and English are complete", () => {
  it("have the same keys", () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
  });

  it("have no faulty message", () => {
    const faulty = Object.keys(en).flatMap((key) =>
      faults(en[key] ?? "", ru[key] ?? "").map((why) => `${key}: ${why}`),
    );
    expect(faulty).toEqual([]);
  });

  it("differ wherever there is something to translate", () => {
    const untranslated = Object.keys(en).filter(
      (key) =>
        /\p{L}{2}/u.test(en[key]?.replaceAll(/\{\w+\}/g, "") ?? "") && en[key] === ru[key] && !sameInBoth.test(key),
    );
    expect(untranslated).toEqual([]);
  });

  it.each([
    ["empty", "", "Да"],
    ["stray spaces", "Yes ", "Да"],
    ["other placeholders", "Hello {name}", "Привет, {person}"],
    [
      "Russian plural without few",
      "{n, plural, one {# day} other {# days}}",
      "{n, plural, one {# день} many {# дней} other {# дня}}",
    ],
    ["plural lost in Russian", "{n, plural, one {# day} other {# days}}", "{n} дней"],
    [
      "English plural without one",
      "{n, plural, other {# days}}",
      "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}",
    ],
    ["mixed alphabets in a word", "Risk", "Pиск"],
    ["Russian quotes are «…»", "The “Book”", 'Раздел "Портфель"'],
  ])("the check sees: %s", (why, english, russian) => {
    expect(faults(english, russian)).toContain(why);
  });

  it("has every message file of both languages assembled", () => {
    const camel = (file: string) =>
      file.replace(/\.ts$/, "").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const namespaces = Object.keys(sourceMessages("en")).sort();
    expect(readdirSync(join(folder, "en")).map(camel).sort()).toEqual(namespaces);
    expect(readdirSync(join(folder, "ru")).map(camel).sort()).toEqual(namespaces);
  });

  it("keeps English as literal types, so that placeholders are checked where a message is used", () => {
    const loose = readdirSync(join(folder, "en")).filter(
      (file) => !readFileSync(join(folder, "en", file), "utf8").endsWith("} as const;\n"),
    );
    expect(loose).toEqual([]);
  });

  it("gives error codes that need no value, since who shows one knows only its code", () => {
    const needy = Object.entries(en).filter(([key, message]) => key.startsWith("errors.") && parts(message).length > 0);
    expect(needy).toEqual([]);
  });
});

describe("what is handed out", () => {
  it("gives a page's browser only the namespaces that were asked for", () => {
    expect(Object.keys(JSON.parse(clientMessages("ru", ["words"])))).toEqual(["words"]);
  });

  it("speaks outside of a request in the reader's language", () => {
    const counts = [1, 3, 5, 21].map((count) => translator("ru", "words")("count.clients", { count }));
    expect(counts).toEqual(["1 клиент", "3 клиента", "5 клиентов", "21 клиент"]);
    expect(translator("en", "words")("count.clients", { count: 21 })).toBe("21 clients");
    expect(translator("ru", "errors")(worded("same-owner"))).toBe("Клиент уже закреплён за этим человеком.");
  });
});
