import { describe, expect, it } from "vitest";
import { nameFaults, sizeFault, textFaults } from "./support/house-rules";
import { importFault, importsOf, rings } from "./support/imports";
import { leavingFaults } from "./support/taken-away";

// The architecture test must be able to fail: here each of its checks is shown what it looks for, and what it must let pass.

describe("imports", () => {
  const importing = (from: string, line: string) => importsOf(from, `${line}\n`).map(importFault)[0] ?? null;

  it.each([
    ["lib/domain/tier.ts", 'import { z } from "zod";', "domain imports nothing"],
    ["lib/domain/tier.ts", 'import type { Locale } from "@/lib/i18n/locale";', "domain may not import i18n"],
    ["lib/io/mail.ts", 'import { query } from "../access/doors";', "io may not import access"],
    ["lib/io/mail.ts", 'import pg from "../../scripts/database";', "io may not import scripts"],
    ["lib/features/book/queries.ts", 'import { prisma } from "@/lib/db/client";', "features take only types from db"],
    ["lib/features/book/queries.ts", 'import { Pool } from "pg";', "only db and access speak to the database"],
    ["lib/features/book/queries.ts", 'import { x } from "@/components/ui/cn";', "features may not import components"],
    [
      "lib/features/book/actions.ts",
      'import { y } from "../plans/actions";',
      "of another feature only the readers (queries)",
    ],
    [
      "components/book/row.tsx",
      'import { loadBook } from "@/lib/features/book/queries";',
      "a view takes actions and schema, and only types of queries",
    ],
    [
      "components/book/row.tsx",
      'export { save } from "@/lib/features/plans/actions";',
      "a view takes only from its own feature",
    ],
    ["components/book/row.tsx", 'import "@/lib/access/doors";', "components may not import access"],
    ["components/book/row.tsx", 'const mail = await import("@/lib/io/mail");', "components may not import io"],
    [
      "components/ui/button.tsx",
      'import { DataTable } from "../data-table/data-table";',
      "components/ui stands below components/data-table",
    ],
    [
      "components/ui/button.tsx",
      'import { Row } from "@/components/book/row";',
      "components/ui stands below components/book",
    ],
    [
      "app/(crm)/book/page.tsx",
      'import { query } from "@/lib/access/doors";',
      "app takes only the session from access",
    ],
    ["app/(crm)/book/page.tsx", 'import type { Client } from "@/lib/db/generated/client";', "app may not import db"],
    ["app/api/files/route.ts", 'import {\n  put,\n  get,\n} from "@/lib/io/files";', "app may not import io"],
  ])("%s: %s", (from, line, why) => {
    expect(importing(from, line)).toBe(why);
  });

  it.each([
    ["lib/features/book/queries.ts", 'import { type Client, type Tag } from "@/lib/db/generated/client";'],
    ["lib/features/book/queries.ts", 'import { monthlySales } from "@/lib/features/sales/queries";'],
    ["lib/features/tasks.ts", 'import { sweep } from "./account/jobs";'],
    ["lib/features/book/queries/rows.ts", 'import { bookFilter } from "../schema";'],
    ["components/book/row.tsx", 'import type { BookRow } from "@/lib/features/book/queries";'],
    ["components/book/row.tsx", 'import { Button } from "@/components/ui/button";'],
    ["app/(crm)/layout.tsx", 'import { readSession } from "@/lib/access/session";'],
    ["lib/access/doors.ts", 'import { prisma } from "@/lib/db/client";'],
    ["lib/domain/tier.ts", '// import { z } from "zod";'],
    ["lib/domain/tier.ts", '/* import { z } from "zod"; */'],
    ["tests/domain/tier.test.ts", 'import { z } from "zod";'],
  ])("let pass %s: %s", (from, line) => {
    expect(importing(from, line)).toBeNull();
  });

  it("are all seen, however they are written", () => {
    const text = `import "a";
import b, { c } from "b";
import * as d from "c";
import type { e } from "d";
import {
  type f,
  g,
} from "e";
export * from "f";
export { h } from "g";
const i = await import("h");
const j = require("i");
type K = typeof import("j");
import l from '@/lib/k';
`;
    const seen = importsOf("app/page.tsx", text.replaceAll("'", '"'));
    expect(
      seen
        .map(({ to }) => to)
        .sort()
        .join(" "),
    ).toBe("a b c d e f g h i j lib/k");
    expect(seen.filter(({ typeOnly }) => typeOnly).map(({ to }) => to)).toEqual(["d", "j"]);
  });

  it("in a ring of features", () => {
    const needs = (from: string, to: string) => ({
      from: `lib/features/${from}/queries.ts`,
      to: `lib/features/${to}/queries`,
      typeOnly: false,
    });
    expect(rings([needs("book", "sales"), needs("sales", "plans"), needs("plans", "pay")])).toEqual([]);
    expect(rings([needs("book", "sales"), needs("sales", "plans"), needs("plans", "sales")])).toEqual([
      ["features/sales", "features/plans", "features/sales"],
    ]);
  });
});

describe("names", () => {
  it.each([
    "lib/utils/money.ts",
    "lib/features/book/helpers.ts",
    "lib/services.ts",
    "components/ui/index.ts",
    "lib/access/types.ts",
    "lib/i18n/messages/en/common.ts",
    "components/ui/Button.tsx",
    "lib/domain/calendar_date.ts",
    "components/dataTable/row.tsx",
  ])("wrong: %s", (path) => {
    expect(nameFaults(path)).not.toEqual([]);
  });

  it.each([
    "app/(crm)/clients/[clientId]/page.tsx",
    "app/api/auth/[...nextauth]/route.ts",
    "prisma/migrations/0001_cellar/migration.sql",
    "tests/domain/tier.test.ts",
    "scripts/start.mjs",
  ])("right: %s", (path) => {
    expect(nameFaults(path)).toEqual([]);
  });
});

describe("what a file says", () => {
  it.each([
    ["components/book/row.tsx", "const text = value.toLocaleString();", "figures and dates"],
    ["lib/domain/zone.ts", 'const zones = Intl.supportedValuesOf("timeZone");', "figures and dates"],
    ["lib/features/book/queries.ts", "const now = new Date();", "the clock"],
    ["components/ui/clock.tsx", "const now = Date.now();", "the clock"],
    ["components/ui/act.tsx", "if (process.env.NODE_ENV) {}", "the environment"],
    ["lib/io/mail.ts", "// @ts-expect-error later", "silenced"],
    ["tests/domain/tier.test.ts", 'it.skip("later", () => {});', "does not run"],
    ["components/book/row.tsx", 'const unit = t("a") + "шт";', "Russian in the code"],
    ["components/book/row.tsx", '<input aria-label="Name" />', "an attribute"],
    ["app/(crm)/book/page.tsx", "<h1>My book</h1>", "text of an element"],
    ["app/(crm)/book/page.tsx", "<p>\n  No clients yet.\n</p>", "text of an element"],
    ["components/ui/parts.ts", 'export { Button } from "./button";\nexport * from "@/components/ui/card";', "a barrel"],
    ["lib/features/book/all.ts", 'import "server-only";\nexport type { Row } from "./queries";', "a barrel"],
  ])("%s: %s", (path, text, why) => {
    expect(textFaults(path, text).join()).toContain(why);
  });

  it.each([
    ["components/book/row.tsx", "// Кто-то сказал: it's new Date() here\nconst at = new Date(row.at);"],
    ["components/book/row.tsx", 'const ok = a => b > c;\nreturn <h1 className="row">{t("title")}</h1>;'],
    ["components/ui/parts.tsx", 'export * as Dialog from "radix-ui/dialog";'],
    ["lib/i18n/format.ts", "new Intl.NumberFormat(locale)"],
    ["lib/io/clock.ts", "return new Date();"],
  ])("let pass %s: %s", (path, text) => {
    expect(textFaults(path, text)).toEqual([]);
  });
});

it("a file that grew, and an exception that nobody needs any more", () => {
  const long = "\n".repeat(251);
  expect(sizeFault("lib/domain/tier.ts", long)).toBe("over 250 lines");
  expect(sizeFault("lib/domain/tier.ts", long.slice(1))).toBeNull();
  expect(sizeFault("lib/domain/tier.ts", long, { "lib/domain/tier.ts": "because" })).toBeNull();
  expect(sizeFault("lib/domain/tier.ts", "\n", { "lib/domain/tier.ts": "because" })).toBe(
    "no longer needs its exception",
  );
});

describe("what leaves as a file", () => {
  const view = (path: string, text: string) => ({ path, text });
  const table = view("components/book/rows.tsx", "<table>");
  const door = view("app/api/exports/rows/route.ts", "export const POST = exportRows;");
  const button = (page: string) => view(page, '<TableExport table="rows" />');
  const faults = (files: { path: string; text: string }[], leaves = {}, stays = {}) => {
    const shown = files.map(({ path, text }) =>
      path.includes("page") ? view(path, `import { Rows } from "@/components/book/rows";\n${text}`) : view(path, text),
    );
    return leavingFaults(
      shown,
      shown.flatMap(({ path, text }) => importsOf(path, text)),
      { leaves, stays },
    );
  };
  const rows = { [table.path]: ["rows"] };

  it("a table that leaves from its page, or says why not, is right", () => {
    expect(faults([table, door, button("app/book/page.tsx")], rows)).toEqual([]);
    expect(faults([view("components/book/rows.tsx", "<ol>")], {}, { [table.path]: "a menu" })).toEqual([]);
  });

  it("a new table or list is found, and so is a file that no page offers", () => {
    for (const text of ["<table>", "<ul>", '<ol className="x">', '<div role="grid">'])
      expect(faults([view("components/book/rows.tsx", text)])[0]).toContain("leaves by no file");
    const elsewhere = view("components/pay/other.tsx", '<TableExport table="rows" />');
    expect(faults([table, door, view("app/book/page.tsx", ""), elsewhere], rows)).toEqual([
      "components/book/rows.tsx: no page of it offers rows",
    ]);
    expect(faults([door])).toEqual(["app/api/exports/rows: offered nowhere"]);
    expect(faults([view("components/book/rows.tsx", "<p>")], rows)).toContain(
      "components/book/rows.tsx: no table or list is there any more",
    );
  });
});
