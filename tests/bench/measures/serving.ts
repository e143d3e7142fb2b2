// The built app under load: the book's list against a bare Next page with as many rows, the weight of its scripts, the memory that is left.
import { gzipSync } from "node:zlib";
import { demoLogins } from "@/prisma/seed/demo";
import { build } from "@/scripts/build";
import { signIn } from "@/tests/soak/signed-in";
import { startGrange } from "@/tests/support/grange";
import { startBarePage } from "../bare-page";
import type { Measure } from "../bench";

const CONNECTIONS = 10;
const SECONDS = 10;

export const measure: Measure = async ({ report }) => {
  await build();
  const bare = await startBarePage();
  const grange = await startGrange("bench-app", "2026-03-18");
  try {
    const kam = demoLogins[0];
    if (!kam) throw new Error("the demo has nobody to sign in as");
    const person = await signIn(grange.url, kam.email, kam.password);
    const book = () => person.page("/book?size=50&group=none");
    const plain = () => fetch(bare.url).then((answer) => answer.text());
    await rate(plain, 3);
    await rate(book, 3);
    const first = await rate(plain, SECONDS);
    const ours = await rate(book, SECONDS);
    const theirs = (first + (await rate(plain, SECONDS))) / 2;
    report.figure("bare Next page with 50 rows", theirs, "requests/s");
    report.figure("the book's list of 50, signed in", ours, "requests/s");
    report.figure("the book's list ÷ a bare page", ours / theirs, "×", { atLeast: 0.5 });
    const memory = grange.memory();
    if (memory > 0) report.figure("memory of server and worker after that load", memory, "MiB", { atMost: 500 });
    const html = await book();
    report.figure("scripts named by the book's page, gzip", await scriptWeight(grange.url, html), "kB", {
      atMost: 200,
    });
    report.figure("the book's page itself, gzip", gzipSync(html).length / 1000, "kB");
  } finally {
    bare.stop();
    await grange.stop();
  }
};

/** Answers per second of so many at once, for so long. */
async function rate(ask: () => Promise<string>, seconds: number): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1000;
  let answers = 0;
  const one = async () => {
    while (performance.now() < until) {
      await ask();
      answers++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return answers / ((performance.now() - started) / 1000);
}

async function scriptWeight(url: string, html: string): Promise<number> {
  // What only old browsers fetch is no weight.
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const paths = new Set(tags.map((found) => found[1] ?? ""));
  let bytes = 0;
  for (const path of paths) {
    const answer = await fetch(new URL(path, url));
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes / 1000;
}
