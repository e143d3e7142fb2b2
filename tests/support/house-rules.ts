import { basename } from "node:path";
import { withoutComments } from "./imports";

const isTest = (path: string) => path.startsWith("tests/");
const isProduct = (path: string) => /^(app|components|lib)\//.test(path) && !isTest(path);

/** Files that are long for a reason, each with it. */
export const longForAReason: Record<string, string> = {};

/** What is wrong with a file's place and name. */
export function nameFaults(path: string): string[] {
  const faults: string[] = [];
  const [file = "", ...folders] = path.split("/").reverse();
  const banned = [...folders, file.replace(/\..*$/, "")].find((name) =>
    /^(utils?|helpers?|services?|common|misc|shared)$/.test(name),
  );
  if (banned) faults.push(`a thing lives under the name of what it is, not in "${banned}"`);
  if (/^types\.(d\.)?tsx?$/.test(file)) faults.push("a type lives where it is made, not in types.ts");
  if (/^index\.\w+$/.test(file)) faults.push("no index files");
  for (const name of [...folders, file]) if (!isKebab(name)) faults.push(`"${name}" is not kebab-case`);
  return faults;
}

// Next's own: [clientId], [...nextauth], (crm), _folder. A migration begins with its number; the world's files with a capital.
function isKebab(name: string): boolean {
  if (/^(README\.md|\[(\.\.\.)?[a-z][A-Za-z]*\]|\([a-z-]+\)|\.[a-z.]+|\d{4}_[a-z_]+)$/.test(name)) return true;
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name);
}

/** A migration may be long: it runs once, as one piece, and never changes again. */
export function sizeFault(
  path: string,
  text: string,
  exceptions: Record<string, string> = longForAReason,
): string | null {
  const long = text.split("\n").length > 251;
  if (path in exceptions) return long ? null : "no longer needs its exception";
  return long && !path.startsWith("prisma/migrations/") ? "over 250 lines" : null;
}

type Rule = { why: string; where: (path: string) => boolean; pattern: RegExp };

// app/global-error stands in for the root layout when that one has failed: it has no messages and speaks both languages.
const isView = (path: string) => /^(components|app)\/.*\.tsx$/.test(path) && path !== "app/global-error.tsx";

const rules: Rule[] = [
  {
    why: "figures and dates are written by lib/i18n/format alone",
    where: (path) => isProduct(path) && path !== "lib/i18n/format.ts",
    pattern: /\bIntl\.|\.toLocale(String|DateString|TimeString)\b/,
  },
  {
    why: "the clock is read by lib/io/clock alone",
    where: (path) => isProduct(path) && path !== "lib/io/clock.ts",
    pattern: /\bnew Date\(\s*\)|\bDate\.now\b|(?<!new )\bDate\(\s*\)/,
  },
  {
    why: "views and rules do not read the environment",
    where: (path) => /^(components|lib\/domain)\//.test(path),
    pattern: /\bprocess\.env\b/,
  },
  {
    why: "a check that is silenced",
    where: () => true,
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/,
  },
  { why: "a test that does not run", where: isTest, pattern: /\b(describe|it|test)(\.\w+)*\.(only|skip|todo)\b/ },
  { why: "words for people come from lib/i18n/messages: Russian in the code", where: isView, pattern: /[А-Яа-яЁё]/ },
  {
    why: "words for people come from lib/i18n/messages: an attribute",
    where: isView,
    pattern: /\b(aria-label|aria-description|title|placeholder|alt|label|description)="[^"]*\p{L}{2}[^"]*"/u,
  },
  {
    why: "words for people come from lib/i18n/messages: text of an element",
    where: isView,
    // Text right before a closing tag, or all of a line between two tags.
    pattern: /(?<![=-])>\s*[^<>{}=;()]*\p{L}{2}[^<>{}=;()]*<\/[\w.]*>/u,
  },
];

// These rules look at comments: silencing is written in one.
const readsComments = new Set(["a check that is silenced"]);

/** What is wrong with what a file says, each with the words that show it. */
export function textFaults(path: string, text: string): string[] {
  const bare = withoutComments(text);
  const faults = rules.flatMap(({ why, where, pattern }) => {
    const shown = where(path) ? pattern.exec(readsComments.has(why) ? text : bare)?.[0] : undefined;
    return shown === undefined ? [] : [`${why} (${shown.trim().slice(0, 60)})`];
  });
  return isBarrel(path, bare) ? [...faults, "a barrel: a file that only passes on what others made"] : faults;
}

// A route of Next has to pass on a handler that lib/access made.
function isBarrel(path: string, bare: string): boolean {
  if (basename(path) === "route.ts" || bare.trim() === "") return false;
  const rest = bare.replaceAll(/^export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+"(@\/|\.)[^"]*";?/gm, "");
  return rest !== bare && rest.replaceAll(/^import\s[^;]*;/gm, "").trim() === "";
}
