import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { demoLogins } from "@/prisma/seed/demo";
import { type Grange, type Part, startGrange } from "@/tests/support/grange";
import { importsOf } from "./import-trial";
import { PARTS, randomFrom } from "./kills";
import { expectRollUps } from "./roll-ups";
import { signIn } from "./signed-in";

const kills = Number(process.env.GRANGE_KILLS ?? 3);
const LINES = 12_000;
const PHASES = ["checking", "running", "reverting"] as const;
let grange: Grange | undefined;

afterAll(() => grange?.stop());

it(`R46 an import goes on or says why after each of ${kills} kills in its check, its run and its revert, and the roll-ups are the facts`, async () => {
  const running = await startGrange("imports", "2026-03-18");
  grange = running;
  const who = demoLogins.find(({ email }) => email.startsWith("marina."));
  if (!who) throw new Error("the demo has no director");
  const company = await asOwner(running, async (owner) => {
    const { rows } = await owner.query("select tenant_id::text as id from member where email = $1", [who.email]);
    return String(rows[0]?.id);
  });
  const codes = await asOwner(running, async (owner) =>
    (
      await owner.query("select code from client where tenant_id = $1 and archived_at is null order by code", [company])
    ).rows.map((row) => String(row.code)),
  );
  const trial = importsOf({ person: await signIn(running.url, who.email, who.password), company, running });
  const random = randomFrom(20260318);
  const killed: Part[] = [];
  const ends: string[] = [];
  const before = await linesOf(running, company);

  for (let kill = 0; kill < kills; kill++) {
    const part = PARTS[kill % PARTS.length] ?? "worker";
    const phase = PHASES[Math.floor(kill / PARTS.length + kill) % PHASES.length] ?? "running";
    const wait = Math.floor(random() * 2500);
    const strike = async (seen: string) => {
      if (seen !== phase || killed.length > kill) return;
      await sleep(wait);
      killed.push(part);
      running.kill(part);
      await running.recover();
    };
    const id = await trial.begin(`kill-${kill}.csv`, codes, LINES, kill);
    const checked = await trial.follow(id, "checking", strike);
    const done = checked === "checked" ? await trial.run(id, strike) : checked;
    await asOwner(running, expectRollUps);
    const there = await linesOf(running, company);
    expect(there - before, `lines after ${part} was killed while ${phase} (${done})`).toBe(done === "done" ? LINES : 0);
    ends.push(done === "done" ? await trial.revert(id, strike) : done);
    expect(await linesOf(running, company)).toBe(before);
    await asOwner(running, expectRollUps);
    expect(await deadlocksOf(running)).toBe(0);
  }
  expect(killed).toHaveLength(kills);
  // Whatever was killed, the import went on: none of these kills is a reason to fail.
  expect(ends.filter((end) => end !== "reverted")).toEqual([]);
});

async function asOwner<T>(of: Grange, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: of.ownerUrl() });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

const linesOf = (of: Grange, company: string) =>
  asOwner(of, async (owner) =>
    Number((await owner.query("select count(*) as n from sale_line where tenant_id = $1", [company])).rows[0]?.n),
  );

const deadlocksOf = (of: Grange) =>
  asOwner(of, async (owner) =>
    Number(
      (await owner.query("select deadlocks as n from pg_stat_database where datname = current_database()")).rows[0]?.n,
    ),
  );
