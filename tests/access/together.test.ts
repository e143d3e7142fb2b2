import { expect, it } from "vitest";
import type { Scope } from "@/lib/access/scope";
import { together } from "@/lib/access/together";

type Asked = Pick<Scope, "db">;

function fake(found: unknown[][]) {
  const said: { text: string; values: unknown[] }[] = [];
  const db = {
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => {
      said.push({ text, values });
      return [{ found }];
    },
  } as unknown as Scope["db"];
  return { scope: { db }, said };
}

const named = async ({ db }: Asked, name: string) =>
  (await db.$queryRaw<{ id: number }[]>`select id from t where name = ${name} and kind = ${"a"}`).map(({ id }) => id);
const counted = async ({ db }: Asked, of: string) => {
  const [row] = await db.$queryRawUnsafe<{ n: number }[]>("select count(*) n from t where x = $1 or y = $1", of);
  return row?.n ?? 0;
};

it("readers of a batch say one statement, each with the values of its own", async () => {
  const { scope, said } = fake([[{ id: 7 }], [{ n: 3 }]]);
  const [ids, count] = await together<Asked, [number[], number]>(scope, (batch) => [
    named(batch, "acme"),
    counted(batch, "beta"),
  ]);
  expect([ids, count]).toEqual([[7], 3]);
  expect(said).toHaveLength(1);
  expect(said[0]?.values).toEqual(["acme", "a", "beta"]);
  expect(said[0]?.text).toContain("(select id from t where name = $1 and kind = $2) x");
  expect(said[0]?.text).toContain("(select count(*) n from t where x = $3 or y = $3) x");
});

it("readers that ask nothing cost nothing", async () => {
  const { scope, said } = fake([]);
  expect(await together<Asked, [string[]]>(scope, () => [Promise.resolve(["known"])])).toEqual([["known"]]);
  expect(said).toEqual([]);
});

it("a reader with a second statement fails instead of waiting for ever", async () => {
  const { scope } = fake([[{ id: 7 }]]);
  const twice = async (batch: Asked) => [...(await named(batch, "acme")), ...(await named(batch, "beta"))];
  await expect(together<Asked, [number[]]>(scope, (batch) => [twice(batch)])).rejects.toThrow("second statement");
});

it("what the database refuses, every reader hears", async () => {
  const db = { $queryRawUnsafe: () => Promise.reject(new Error("refused")) } as unknown as Scope["db"];
  const heard: string[] = [];
  const hearing = (reader: Promise<unknown>) => reader.catch((why: Error) => heard.push(why.message));
  await together<Asked, unknown[]>({ db }, (batch) => [hearing(named(batch, "a")), hearing(counted(batch, "b"))]);
  expect(heard).toEqual(["refused", "refused"]);
});
