import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { demoLogins } from "@/prisma/seed/demo";
import { type Grange, startGrange } from "@/tests/support/grange";
import { clientWrites } from "./client-writes";
import { surviveKills } from "./kills";
import { signIn } from "./signed-in";

const kills = Number(process.env.GRANGE_KILLS ?? 3);
let grange: Grange | undefined;

afterAll(() => grange?.stop());

it(`R94 loses no acknowledged write in ${kills} kills of the server, the database, the worker and all of them`, async () => {
  const running = await startGrange("kills", "2026-03-18");
  grange = running;
  const kam = demoLogins[0];
  if (!kam) throw new Error("the demo has nobody to sign in as");
  const writes = clientWrites(await signIn(running.url, kam.email, kam.password), await companyOf(kam.email, running));
  const outcome = await surviveKills({
    grange: running,
    kills,
    seed: 20260318,
    write: (one) => writes.write(one),
    check: (acknowledged) => writes.check(acknowledged, running.ownerUrl()),
  });
  expect(outcome.killed).toHaveLength(kills);
  expect(outcome.acknowledged).toBeGreaterThan(5 * kills);
});

async function companyOf(email: string, { ownerUrl }: Grange): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl() });
  await owner.connect();
  const { rows } = await owner.query<{ tenant_id: string }>("select tenant_id::text from member where email = $1", [
    email,
  ]);
  await owner.end();
  return rows[0]?.tenant_id ?? "";
}
