import { utimes } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forgetMapping, inspectImport, previewRevert, revertImport } from "@/lib/features/imports/actions";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { importClose, importSweep } from "@/lib/features/imports/jobs";
import { localFiles } from "@/lib/io/files";
import { openImportStage } from "@/lib/io/import-stage";
import { granted, TODAY } from "./assignments-house";
import { fileOf, type ImportHouse, openImports, problemsOf } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
beforeAll(async () => {
  here = await openImports();
});
afterAll(() => here.house.close());

const run = async (id: string) =>
  (
    await here.house.rows<{ status: string; error: string | null; gone: boolean; file_key: string; version: number }>(
      "select status, error, file_removed_at is not null as gone, file_key, version from import_run where id = $1",
      [id],
    )
  )[0];
const revert = async (id: string) => {
  await here.open((scope) => moveRun(scope, id, ["done"], { status: "reverting" }));
  await revertRun(here.open, id, []);
};
const ask = <T>(input: T) => ({ key: crypto.randomUUID(), company: here.house.company, input });

describe("files and processes that nobody needs", () => {
  const load = () =>
    here.load({ kind: "products", path: fileOf(`Код;Название\nА-${Math.random()};Товар\n;без кода\n`) });
  const stands = async (key: string) =>
    localFiles()
      .path(key)
      .then(
        () => true,
        () => false,
      );

  it("a file goes thirty days after its import has ended, with its stage; the result stays", async () => {
    const [old, fresh] = [await load(), await load()];
    await here.house.owner.query("update import_run set finished_at = now() - interval '31 days' where id = $1", [
      old.id,
    ]);
    const [before, kept] = [await run(old.id), await run(fresh.id)];
    await importSweep();
    expect(await run(old.id)).toMatchObject({ status: "done", gone: true });
    expect(await stands(before?.file_key ?? "")).toBe(false);
    expect(await problemsOf(here.house, old.id)).toEqual([]);
    expect(await run(fresh.id)).toMatchObject({ status: "done", gone: false });
    expect(await stands(kept?.file_key ?? "")).toBe(true);
    expect(await problemsOf(here.house, fresh.id)).toEqual(["3 code required"]);
    here.house.sit(here.admin);
    expect(await inspectImport(ask({ id: old.id }))).toMatchObject({ ok: false, code: "import-file-gone" });
  });

  it("a file that no import took goes after a day, whether the database knows it or not", async () => {
    const write = () =>
      localFiles().write(
        (async function* () {
          yield Buffer.from("Код\n1\n");
        })(),
        100,
      );
    const [known, unknown, today] = [await write(), await write(), await write()];
    const row = (file: typeof known, age: string) =>
      here.house.owner.query(
        `insert into stored_file (tenant_id, key, name, size, sha256, created_by, created_at) values ($1, $2, 'a.csv', 1, $3, $4, now() - interval '${age}')`,
        [here.house.company, file.key, Buffer.from(file.sha256), here.admin.member],
      );
    await row(known, "2 days");
    await row(today, "1 hour");
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(await localFiles().path(unknown.key), longAgo, longAgo);
    await importSweep();
    expect([await stands(known.key), await stands(unknown.key), await stands(today.key)]).toEqual([false, false, true]);
    expect(await here.house.rows("select key from stored_file where key = any($1)", [[known.key, today.key]])).toEqual([
      { key: today.key },
    ]);
  });

  it("an import whose process is gone is ended; one whose process lives, or that waits in the queue, is not", async () => {
    const [dead, alive, queued, reverting] = [await load(), await load(), await load(), await load()];
    for (const [one, status] of [
      [dead, "checking"],
      [alive, "running"],
      [queued, "checking"],
      [reverting, "reverting"],
    ] as const)
      await here.house.owner.query(
        "update import_run set status = $2, started_at = now() - interval '5 minutes' where id = $1",
        [one.id, status],
      );
    await here.house.owner.query("select graphile_worker.add_job('import-check', '{}', job_key => $1)", [
      `import:${queued.id}`,
    ]);
    const stage = await openImportStage({ tenant: here.house.company, run: alive.id });
    expect(await stage.claim()).toBe(true);
    await importClose();
    expect(await run(dead.id)).toMatchObject({ status: "failed", error: '{"code":"import-interrupted"}' });
    expect(await run(reverting.id)).toMatchObject({ status: "done" });
    expect([(await run(alive.id))?.status, (await run(queued.id))?.status]).toEqual(["running", "checking"]);
    await stage.close();
    await here.house.owner.query("delete from graphile_worker._private_jobs");
    await importClose();
    expect([(await run(alive.id))?.status, (await run(queued.id))?.status]).toEqual(["failed", "failed"]);
  });
});

describe("what an import remembers and undoes", () => {
  it("a mapping is remembered for its header until it is forgotten", async () => {
    const path = fileOf("Что это;Как зовут\nБ-1;Товар\n");
    const first = await here.load({ kind: "products", path, map: { "Что это": "code", "Как зовут": "product_name" } });
    here.house.sit(here.admin);
    const seen = granted(await inspectImport(ask({ id: first.id })));
    expect(seen).toMatchObject({ remembered: true, options: { columns: ["code", "product_name"] } });
    granted(await here.house.send(forgetMapping, { id: first.id, names: seen.options?.names ?? [] }));
    expect(granted(await inspectImport(ask({ id: first.id })))).toMatchObject({
      remembered: false,
      options: { columns: [null, null] },
    });
  });

  it("R54 a newer import over the same rows is reverted first", async () => {
    const older = await here.load({ kind: "products", path: fileOf("Код;Название\nВ-1;Один\n") });
    const newer = await here.load({
      kind: "products",
      path: fileOf("Код;Название\nВ-1;Другой\n"),
      options: { update: true },
    });
    here.house.sit(here.admin);
    expect(granted(await previewRevert(ask({ id: older.id })))).toMatchObject({
      newer: [{ id: newer.id }],
      conflicts: [{ label: "Другой", removes: true, gone: false }],
    });
    const version = (await run(older.id))?.version ?? 0;
    expect(await here.house.send(revertImport, { id: older.id, version, chosen: [] })).toMatchObject({
      ok: false,
      code: "import-newer-first",
    });
    await revert(newer.id);
    expect(granted(await previewRevert(ask({ id: older.id })))).toMatchObject({ newer: [], remove: 1, conflicts: [] });
    await revert(older.id);
    expect(await here.house.rows("select from product where code = 'В-1'", [])).toEqual([]);
  });

  it("tags of amoCRM: several in a cell, missing ones are made or refused, and a revert takes both away", async () => {
    const kept = await here.house.client("Старый", null, { code: "Т-0" });
    const path = fileOf('Код;Название;Теги\nТ-0;Старый;"VIP, опт"\nТ-1;Новый;опт\n');
    const refused = await here.load({ kind: "clients", path });
    expect(await problemsOf(here.house, refused.id)).toEqual(["2 tags tags-unknown", "3 tags tags-unknown"]);
    const done = await here.load({ kind: "clients", path, options: { createMissing: true, update: true } });
    expect(done).toMatchObject({ status: "done", result: { create: 1, faulty: 0 } });
    const tags = () =>
      here.house.rows<{ said: string }>(
        "select c.code || ' ' || t.name as said from client_tag x join client c on c.id = x.client_id join tag t on t.id = x.tag_id order by 1",
        [],
      );
    expect((await tags()).map(({ said }) => said)).toEqual(["Т-0 VIP", "Т-0 опт", "Т-1 опт"]);
    await revert(done.id);
    expect(await tags()).toEqual([]);
    expect(await here.house.rows("select name from tag", [])).toEqual([]);
    expect(await here.house.rows("select code from client where id = $1 or code = 'Т-1'", [kept])).toEqual([
      { code: "Т-0" },
    ]);
  });

  it("an assignment that names another owner hands the client over, and a revert gives it back", async () => {
    const { house } = here;
    const [anna, boris] = [await house.person("Анна", "kam"), await house.person("Борис", "kam")];
    const director = await house.person("Дина", "director");
    const client = await house.client("Переходящий", anna, { code: "П-1" });
    await house.assign(client, boris, { role: "deputy", share: 0 });
    const rows = () =>
      house.rows<{ said: string }>(
        "select m.name || ' ' || a.role || ' ' || a.starts_on || '..' || coalesce(a.ends_on::text, '') as said from assignment a join member m on m.id = a.member_id where a.client_id = $1 order by 1",
        [client],
      );
    const before = await rows();
    const wrong = await here.load({
      kind: "assignments",
      path: fileOf(`Клиент;Сотрудник;С\nП-1;${director.name};${TODAY}\n`),
    });
    expect(await problemsOf(house, wrong.id)).toEqual(["2 member without-role"]);
    const done = await here.load({ kind: "assignments", path: fileOf(`Клиент;Сотрудник;С\nП-1;Борис;${TODAY}\n`) });
    expect(done).toMatchObject({ status: "done", result: { create: 1, faulty: 0 } });
    const after = (await rows()).map(({ said }) => said);
    expect(after).toContain(`Борис primary ${TODAY}..`);
    expect(after.filter((said) => said.startsWith("Анна primary")).every((said) => said.endsWith(`..${TODAY}`))).toBe(
      true,
    );
    expect(after.filter((said) => said.startsWith("Борис deputy")).every((said) => said.endsWith(`..${TODAY}`))).toBe(
      true,
    );
    await revert(done.id);
    expect(await rows()).toEqual(before);
  });
});
