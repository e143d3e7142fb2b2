// A page's door against its own SQL, its buffers in a large company against the same book in a small one, and what it reads from end to end.
import pg from "pg";
import { closeDatabase } from "@/lib/db/client";
import type { Measure } from "../bench";
import { TODAY } from "../large-tenant";
import { pageBuffers, pages, shell, sit } from "../pages";
import { buffersOf, type Replay, replay, type Statement, statementsOf } from "../statements";

const TIMES = 30;

export const measure: Measure = async ({ report, database }) => {
  const { appUrl, ownerUrl } = await database("bench_pages", true);
  Object.assign(process.env, { DATABASE_URL: appUrl, GRANGE_TODAY: TODAY });
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  const [scanned, slow] = [new Set<string>(), new Map<string, number>()];
  try {
    for (const reader of ["kam", "lead", "admin"] as const) {
      for (const page of [shell, ...pages].filter(({ readers }) => readers.includes(reader))) {
        const name = `${page.name}, as ${reader}`;
        const client = await sit(ownerUrl, reader, 1);
        const said = await statementsOf(() => page.load(client));
        const { door, sql, each } = await compare(app, said, () => page.load(client));
        report.figure(`${name}: door ÷ (3 × its SQL alone + 5 ms)`, door / (3 * sql + 5), "×", { atMost: 1 });
        report.note(`door ${door.toFixed(1)} ms, SQL ${sql.toFixed(1)} ms in ${each.length} statements`);
        for (const [text, milliseconds] of each) if (milliseconds > 100) slow.set(`${name}: ${text}`, milliseconds);
        for (const table of (await buffersOf(app, said)).scanned) scanned.add(`${name}: ${table}`);
        if (reader === "kam" && page !== shell) {
          const large = await pageBuffers(app, page, client);
          const twin = await sit(ownerUrl, reader, 2);
          const small = await pageBuffers(app, page, twin);
          report.figure(`${name}: buffers ÷ the same book in a small company`, large.buffers / small.buffers, "×", {
            atMost: 1.2,
          });
          report.note(`${large.buffers} and ${small.buffers} buffers`);
        }
      }
    }
    report.figure("tables over 10,000 rows read from end to end by a page", scanned.size, "", { atMost: 0 });
    for (const one of scanned) report.note(one);
    report.figure("statements of pages over 100 ms", slow.size, "", { atMost: 0 });
    for (const [text, milliseconds] of slow) report.note(`${Math.round(milliseconds)} ms ${text.slice(0, 200)}`);
  } finally {
    await app.end();
    await closeDatabase();
  }
};

/** In milliseconds, each the best of TIMES: what else the machine does makes both slower, by turns. */
async function compare(app: pg.Client, said: readonly Statement[], load: () => Promise<unknown>) {
  const [runs, doors]: [Replay[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    runs.push(await replay(app, said, false));
    const started = performance.now();
    await load();
    doors.push(performance.now() - started);
  }
  const each = (runs[0]?.statements ?? []).map(({ text }, at): [string, number] => [
    text,
    Math.min(...runs.map(({ statements }) => statements[at]?.milliseconds ?? 0)),
  ]);
  return { door: Math.min(...doors), each, sql: each.reduce((sum, [, milliseconds]) => sum + milliseconds, 0) };
}
