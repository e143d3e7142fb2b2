// A page sends its client components only the words that it names (clientMessages). What it forgets, the browser shows as a key and complains of.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "@/scripts/project";
import { importsOf } from "@/tests/support/imports";

const read = (path: string) => readFileSync(join(projectFolder, path), "utf8");
const exists = (path: string) => existsSync(join(projectFolder, path));
const fileOf = (path: string) => [`${path}.tsx`, `${path}.ts`].find(exists);
const isClient = (text: string) => /^\s*["']use client["']/.test(text);

/** What a file's client components ask for, by the first part of the namespace. */
const asked = (text: string) =>
  [...text.matchAll(/\buseTranslations\(\s*"([a-zA-Z]+)/g)].map((found) => found[1] ?? "");
/** What a page or its frame sends. */
const sent = (text: string) =>
  [...text.matchAll(/clientMessages\([^[]*\[([^\]]*)\]|\bwords=\{\[([^\]]*)\]\}/g)].flatMap(([, one, other]) =>
    [...String(one ?? other).matchAll(/"(\w+)"/g)].map((found) => found[1] ?? ""),
  );

type Reached = { client: Set<string>; server: Set<string> };

/** Every file that these bring along: a client component's imports are the browser's too, those of "use server" stay behind. */
function reachedFrom(files: readonly string[], text: (path: string) => string): Reached {
  const reached: Reached = { client: new Set(), server: new Set() };
  const visit = (path: string, byClient: boolean): void => {
    const source = text(path);
    if (/^\s*["']use server["']/.test(source)) return;
    const client = byClient || isClient(source);
    const known = client ? reached.client : reached.server;
    if (known.has(path)) return;
    known.add(path);
    // It asks the server for the words of what it shows.
    if (client && source.includes("<MoreMessages")) return;
    for (const { to, typeOnly } of importsOf(path, source)) {
      const file = typeOnly || !/^(app|components)\//.test(to) ? undefined : fileOf(to);
      if (file) visit(file, client);
    }
  };
  for (const file of files) visit(file, false);
  return reached;
}

/** A page with the layouts around it. */
function around(page: string): string[] {
  const files = [page];
  for (let folder = dirname(page); folder !== "."; folder = dirname(folder))
    if (exists(`${folder}/layout.tsx`)) files.push(`${folder}/layout.tsx`);
  return files;
}

function missingIn(page: string, text: (path: string) => string = read): string[] {
  const { client, server } = reachedFrom(around(page), text);
  const given = new Set([...server].flatMap((path) => sent(text(path))));
  return [...client].flatMap((path) =>
    asked(text(path)).flatMap((name) => (given.has(name) ? [] : [`${name}, for ${path}`])),
  );
}

const pages = readdirSync(join(projectFolder, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => `app/${file}`)
  .sort();

describe("words for the browser", () => {
  it("are looked for on every page, and found", () => {
    expect(pages.length).toBeGreaterThan(40);
    const { client, server } = reachedFrom(around("app/(crm)/book/page.tsx"), read);
    expect(client).toContain("components/book/book-columns.tsx");
    expect(server).toContain("app/(crm)/layout.tsx");
    expect([...server].flatMap((path) => sent(read(path)))).toEqual(expect.arrayContaining(["book", "words", "ui"]));
    expect([...client].flatMap((path) => asked(read(path)))).toContain("book");
  });

  it("are missed where a page forgets them", () => {
    expect(asked('const t = useTranslations("sales.growth");')).toEqual(["sales"]);
    const page = "app/(crm)/book/page.tsx";
    const forgetful = (path: string) => (path === page ? read(path).replace('"book", ', "") : read(path));
    expect(missingIn(page, forgetful)).toContain("book, for components/book/book-words.ts");
    expect(sent('clientMessages(locale, ["book", "views"]) words={["sales"]}')).toEqual(["book", "views", "sales"]);
  });

  it.each(pages)("%s sends all that its client components say", (page) => {
    expect(missingIn(page)).toEqual([]);
  });
});
