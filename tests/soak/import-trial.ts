// An import as a person's browser does it, through outages: every call is tried again with its key until the app has answered.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import type { Grange } from "@/tests/support/grange";
import { Refused, type SignedIn } from "./signed-in";

const made = z.object({ id: z.uuid() });
const standing = z.object({ status: z.string(), error: z.string().nullable(), version: z.number() });
type Watcher = (status: string) => Promise<void>;

const names = ["document", "line", "date", "client", "quantity", "amount"];

export function importsOf({ person, company, running }: { person: SignedIn; company: string; running: Grange }) {
  const act = (name: string, input: unknown) => {
    const key = crypto.randomUUID();
    return patiently(() => person.act(name, { key, company, input }));
  };

  /** Sees every status until the import rests; answers the one in which it does. */
  async function follow(id: string, during: string, watch: Watcher): Promise<string> {
    for (let looks = 0; looks < 3000; looks++) {
      const now = await stand(running, id).catch(() => null);
      if (now && now.status !== during) {
        if (now.status === "failed") process.stdout.write(`import ${id} failed: ${now.error}\n`);
        return now.status;
      }
      if (now) await watch(now.status);
      await sleep(40);
    }
    throw new Error(`import ${id} never came out of ${during}`);
  }

  return {
    follow,
    /** Sends a file of so many lines and lets its check begin; answers the import's id. */
    async begin(name: string, codes: readonly string[], lines: number, seed: number): Promise<string> {
      const rows = Array.from({ length: lines }, (_, at) => {
        const day = new Date(Date.UTC(2024, 0, 1 + ((at * 7 + seed) % 700))).toISOString().slice(0, 10);
        return `K${seed}-${at >> 2},${(at & 3) + 1},${day},${codes[(at >> 2) % codes.length]},1,${((at * 7919) % 500_000) / 100 - 100}`;
      });
      const file = await patiently(() => person.send(name, `${names.join(",")}\n${rows.join("\n")}\n`, company));
      const { id } = made.parse(await act("startImport", { file, kind: "sales" }));
      const { version } = await stand(running, id);
      const columns = names.map((header) => (header === "date" ? "day" : header));
      const options = {
        headerRow: 1,
        names,
        columns,
        update: false,
        createMissing: false,
        replacePeriod: false,
        delimiter: ",",
      };
      await act("saveOptions", { id, version, options: { ...options, encoding: "utf-8", decimal: "." } });
      return id;
    },
    async run(id: string, watch: Watcher): Promise<string> {
      await act("runImport", { id });
      return follow(id, "running", watch);
    },
    async revert(id: string, watch: Watcher): Promise<string> {
      const { version } = await stand(running, id);
      await act("revertImport", { id, version, chosen: [] });
      return follow(id, "reverting", watch);
    },
  };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused || tries > 600) throw error;
      await sleep(200);
    }
  }
}

async function stand(running: Grange, id: string): Promise<z.output<typeof standing>> {
  const owner = new pg.Client({ connectionString: running.ownerUrl() });
  await owner.connect();
  try {
    const { rows } = await owner.query("select status, error, version from import_run where id = $1", [id]);
    return standing.parse(rows[0]);
  } finally {
    await owner.end().catch(() => undefined);
  }
}
