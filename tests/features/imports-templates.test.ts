import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportKind } from "@/lib/features/imports/kind";
import { kinds } from "@/lib/features/imports/kinds";
import { inspectFor, suggestOptions } from "@/lib/features/imports/suggest";
import { templateFields, templateFile } from "@/lib/features/imports/template";
import { TODAY } from "./assignments-house";
import { folder, type ImportHouse, openImports, problemsOf } from "./imports-house";

const shapesOf = (kind: ImportKind) =>
  kind.fields.some(({ shape }) => shape) ? (["wide", "long"] as const) : (["wide"] as const);

describe("R46 the template of every kind", () => {
  let here: ImportHouse;
  beforeAll(async () => {
    here = await openImports();
    const { house } = here;
    const kam = await house.person("Ирина Климова", "kam");
    await house.owner.query("update member set code = '1001', email = 'anna@example.com' where id = $1", [kam.member]);
    await house.client("Ромашка", null, { code: "1001" });
    const group = await house.row("product_group", { name: "Группа" });
    await house.row("product", { code: "1001", name: "Товар", group_id: group });
  });
  afterAll(() => here.house.close());

  const cases = Object.values(kinds).flatMap((kind) =>
    (["ru", "en"] as const).flatMap((locale) =>
      (["csv", "xlsx"] as const).flatMap((format) =>
        shapesOf(kind).map((shape) => ({ kind, locale, format, shape, name: kind.name })),
      ),
    ),
  );

  it.each(cases)(
    "$name, $shape, $locale, $format: comes back as it went, and its example is a good row",
    async ({ kind, locale, format, shape, name }) => {
      const asked = { locale, format, shape, today: TODAY, currency: "RUB", fiscalStartMonth: 4 };
      const body = templateFile(kind, asked);
      const path = join(folder, `${name}-${shape}-${locale}.${format}`);
      writeFileSync(path, Buffer.from(await new Response(body).arrayBuffer()));
      const options = suggestOptions(kind, await inspectFor(kind, path), locale);
      expect(options.columns).toEqual(templateFields(kind, asked).map(({ field }) => field));
      const checked = await here.load({
        kind: name,
        path,
        dryRun: true,
        options: { createMissing: true, columns: options.columns },
      });
      expect(await problemsOf(here.house, checked.id)).toEqual([]);
      expect(checked).toMatchObject({ status: "checked", result: { rows: 1, faulty: 0 } });
    },
  );
});
