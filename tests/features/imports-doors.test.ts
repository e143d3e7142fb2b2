import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  cancelImport,
  inspectImport,
  mendRow,
  previewRevert,
  revertImport,
  runImport,
  saveOptions,
  startImport,
} from "@/lib/features/imports/actions";
import { tasks } from "@/lib/features/tasks";
import { localFiles } from "@/lib/io/files";
import { type RunningWorker, startWorker } from "@/lib/io/queue";
import { testDatabase } from "@/tests/support/database-setup";
import { granted } from "./assignments-house";
import { type ImportHouse, problemsOf } from "./imports-house";
import { csv, forgetSales, line, openSales, sumOf } from "./imports-sales";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
beforeAll(async () => {
  here = await openSales();
});
beforeEach(() => forgetSales(here));
afterAll(() => here.house.close());

describe("through the doors and the queue", () => {
  let worker: RunningWorker | undefined;
  afterAll(() => worker?.stop());

  const begin = async (content: string, kind = "sales") => {
    here.house.sit(here.admin);
    const file = await localFiles().write(
      (async function* () {
        yield Buffer.from(content);
      })(),
      1e6,
    );
    const stored = await here.house.row("stored_file", {
      key: file.key,
      name: "sales.csv",
      size: file.size,
      sha256: Buffer.from(file.sha256),
      created_by: here.admin.member,
    });
    const { id } = granted(await here.house.send(startImport, { file: stored, kind: kind as "sales" }));
    const seen = granted(await inspectImport({ key: crypto.randomUUID(), company: here.house.company, input: { id } }));
    return { id, options: seen.options };
  };
  const version = async (id: string) =>
    (await here.house.rows<{ version: number }>("select version from import_run where id = $1", [id]))[0]?.version ?? 0;
  const until = async (id: string, status: string) => {
    await expect
      .poll(
        async () =>
          (await here.house.rows<{ status: string }>("select status from import_run where id = $1", [id]))[0]?.status,
        { timeout: 30_000 },
      )
      .toBe(status);
  };
  const work = async () => {
    worker = await startWorker({ databaseUrl: testDatabase().appUrl, tasks, concurrency: 2 });
  };

  it("upload, look, map, check, mend, run, revert", async () => {
    await work();
    const { id, options } = await begin(csv([line("A"), line("B", { client: "C9" }), line("C", { amount: "many" })]));
    if (!options) throw new Error("no options");
    granted(await here.house.send(saveOptions, { id, version: await version(id), options }));
    await until(id, "checked");
    expect(await problemsOf(here.house, id)).toEqual(["3 client client-unknown", "4 amount amount-invalid"]);
    expect(granted(await here.house.send(mendRow, { id, row: 3, texts: { client: "C8" } }))).toEqual({
      problems: [{ field: "client", code: "client-unknown", value: "C8" }],
    });
    expect(granted(await here.house.send(mendRow, { id, row: 3, texts: { client: "C2" } }))).toEqual({ problems: [] });
    expect(granted(await here.house.send(mendRow, { id, row: 4, texts: { amount: "1,000.50" } }))).toEqual({
      problems: [],
    });
    granted(await here.house.send(runImport, { id }));
    await until(id, "done");
    expect(await sumOf(here)).toEqual({ sum: "120052", lines: 3 });
    expect(
      granted(await previewRevert({ key: crypto.randomUUID(), company: here.house.company, input: { id } })),
    ).toEqual({ remove: 3, restore: 0, conflicts: [], newer: [] });
    granted(await here.house.send(revertImport, { id, version: await version(id), chosen: [] }));
    await until(id, "reverted");
    expect(await sumOf(here)).toEqual({ sum: "0", lines: 0 });
    const again = await begin(csv([line("A")]));
    expect(again.options?.columns).toEqual(options.columns);
  }, 120_000);

  it("a stop that is asked for before the worker comes leaves nothing", async () => {
    await worker?.stop();
    const { id, options } = await begin(csv(Array.from({ length: 50 }, (_, at) => line(`S${at}`))));
    if (!options) throw new Error("no options");
    granted(await here.house.send(saveOptions, { id, version: await version(id), options }));
    granted(await here.house.send(cancelImport, { id }));
    await work();
    await until(id, "cancelled");
    expect(await sumOf(here)).toEqual({ sum: "0", lines: 0 });
  }, 60_000);

  it("the import of a worker that was killed goes on with the next one", async () => {
    await worker?.stop();
    const { id, options } = await begin(csv(Array.from({ length: 50 }, (_, at) => line(`K${at}`))));
    if (!options) throw new Error("no options");
    granted(await here.house.send(saveOptions, { id, version: await version(id), options }));
    // What a kill in the middle of reading leaves: half a stage, a job that a dead worker holds.
    await here.house.owner.query("insert into stage.import_row values ($1, $2, 7, array['half'])", [
      here.house.company,
      id,
    ]);
    await here.house.owner.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead', attempts = 1",
    );
    await work();
    await until(id, "checked");
    await worker?.stop();
    granted(await here.house.send(runImport, { id }));
    await here.house.owner.query("delete from stage.import_row where import_id = $1 and row_no > 20", [id]);
    await here.house.owner.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead', attempts = 1",
    );
    await work();
    await until(id, "done");
    expect(await sumOf(here)).toEqual({ sum: String(50 * 10_001), lines: 50 });
  }, 120_000);

  it("an import whose member lost the right to it ends and says so", async () => {
    await worker?.stop();
    const { id, options } = await begin(csv([line("L")]));
    if (!options) throw new Error("no options");
    granted(await here.house.send(saveOptions, { id, version: await version(id), options }));
    await here.house.person("Second Admin", "admin");
    await here.house.owner.query("update member set roles = '{kam}' where id = $1", [here.admin.member]);
    await work();
    await until(id, "failed");
    expect(await here.house.rows("select error from import_run where id = $1", [id])).toEqual([
      { error: '{"code":"forbidden"}' },
    ]);
    await here.house.owner.query("update member set roles = '{admin}' where id = $1", [here.admin.member]);
  }, 60_000);
});
