import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, expect, it, vi } from "vitest";
import { POST as bookFile } from "@/app/api/exports/book/route";
import { publicQuery, query } from "@/lib/access/doors";
import { asNobody } from "@/lib/access/transaction";
import { closeDatabase } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { saveView } from "@/lib/features/views/actions";
import { answering } from "@/lib/io/answer";
import { House } from "@/tests/features/assignments-house";
import { codeOf, order } from "@/tests/features/exports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
// The app's own client, with two connections.
vi.mock("@/lib/db/client", () => {
  let client: PrismaClient | undefined;
  return {
    database: () => {
      const pool = { connectionString: process.env.DATABASE_URL, max: 2, connectionTimeoutMillis: 2000 };
      client ??= new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
      return client;
    },
    closeDatabase: () => client?.$disconnect(),
  };
});

const house = await House.open();
const anna = await house.person("Anna", "kam");
afterAll(async () => {
  await closeDatabase();
  await house.close();
});

/** Runs work while others hold every connection. */
async function whileAllAreTaken<T>(work: () => Promise<T>): Promise<T> {
  let free = () => {};
  const done = new Promise<void>((resolve) => {
    free = resolve;
  });
  let began = 0;
  const holders = [1, 2].map(() =>
    asNobody("holder", async (db) => {
      await db.$queryRaw`select 1`;
      began++;
      await done;
    }),
  );
  await vi.waitFor(() => expect(began).toBe(2), 5000);
  try {
    return await work();
  } finally {
    free();
    await Promise.all(holders);
  }
}

const page = () => loadBook(bookFilter.parse({}));

it("R95 a page that finds every connection taken is told apart from a bug, and its answer is marked for the server", async () => {
  house.sit(anna);
  const answer = { busy: false };
  await whileAllAreTaken(() => expect(answering(answer, page)).rejects.toMatchObject({ digest: "busy" }));
  expect(answer).toEqual({ busy: true });
  const before = publicQuery("before", (db) => db.$queryRaw`select 1`);
  await whileAllAreTaken(() => expect(before()).rejects.toMatchObject({ digest: "busy" }));
  expect(await page()).toMatchObject({ rows: [] });
});

it("R95 a form and a file say that the house is busy; nothing is logged as a bug, and the next try goes through", async () => {
  house.sit(anna);
  const view = { page: "/book" as const, name: "Mine", query: "q=a" };
  const refused = await whileAllAreTaken(() => house.send(saveView, view));
  expect(refused).toEqual({ ok: false, code: "busy" });
  const file = await whileAllAreTaken(() => order(house, bookFile, anna));
  expect([file.status, await codeOf(file)]).toEqual([503, "busy"]);
  expect(await house.send(saveView, view)).toMatchObject({ ok: true });
});

it("R95 a bug of a page stays a bug", async () => {
  house.sit(anna);
  const answer = { busy: false };
  const broken = query("client:read", async () => {
    throw new Error("a bug");
  });
  await expect(answering(answer, broken)).rejects.toThrow("a bug");
  expect(answer).toEqual({ busy: false });
});
