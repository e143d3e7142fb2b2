// The pages that are measured, and who opens them. A feature adds its page here: its buffers, plans and times are then watched as well.
import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { SESSION_COOKIE, sha256 } from "@/lib/access/caller";
import { loadAssignments } from "@/lib/features/assignments/queries";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { loadClient, loadClientPeople } from "@/lib/features/clients/queries";
import { loadClientSales } from "@/lib/features/clients/queries/client-sales";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import { loadImports } from "@/lib/features/imports/queries";
import { importsFilter } from "@/lib/features/imports/schema";
import { loadPeople } from "@/lib/features/people/queries";
import { peopleFilter } from "@/lib/features/people/schema";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { loadShell } from "@/lib/features/shell/queries";
import { timelineFilter } from "@/lib/features/timeline/schema";
import { request } from "@/tests/access/doors/next";
import { buffersOf, statementsOf } from "./statements";

export type Reader = "kam" | "lead" | "admin";
/** `client`: one of the reader's own clients. */
export type Page = { name: string; readers: readonly Reader[]; load(client: string): Promise<unknown> };

const everybody: readonly Reader[] = ["kam", "lead", "admin"];

export const pages: readonly Page[] = [
  { name: "book", readers: everybody, load: () => loadBook(bookFilter.parse({})) },
  { name: "book, searched", readers: everybody, load: () => loadBook(bookFilter.parse({ q: "ural" })) },
  { name: "client", readers: everybody, load: (client) => loadClient(client) },
  { name: "client's people", readers: everybody, load: (client) => loadClientPeople(client) },
  {
    name: "client's timeline",
    readers: everybody,
    load: (client) => loadClientTimeline(client, timelineFilter.parse({}), "en"),
  },
  { name: "client's sales", readers: everybody, load: (client) => loadClientSales(client) },
  { name: "progress", readers: everybody, load: () => loadProgress(progressFilter.parse({})) },
  { name: "progress by client", readers: everybody, load: () => loadProgress(progressFilter.parse({ by: "client" })) },
  { name: "assignments", readers: ["lead", "admin"], load: () => loadAssignments() },
  { name: "people", readers: ["admin"], load: () => loadPeople(peopleFilter.parse({})) },
  { name: "imports", readers: ["admin"], load: () => loadImports(importsFilter.parse({})) },
];

/** What stands around every page, a door of its own. */
export const shell: Page = { name: "shell", readers: everybody, load: () => loadShell() };

/** What a page touches, with the shell around it. */
export async function pageBuffers(app: pg.Client, page: Page, client: string) {
  const around = await buffersOf(app, await statementsOf(() => shell.load(client)));
  const inside = await buffersOf(app, await statementsOf(() => page.load(client)));
  return { buffers: around.buffers + inside.buffers, scanned: [...around.scanned, ...inside.scanned] };
}

/** From now on this person of that company sits at the browser. Answers a client of the first KAM's book, which all readers of its company reach. */
export async function sit(ownerUrl: string, reader: Reader, company: number): Promise<string> {
  request.headers = new Headers({ host: "grange.test", origin: "http://grange.test" });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const sid = randomBytes(32).toString("base64url");
    await owner.query(
      `insert into identity.session (token_hash, person_id, tenant_id) select $1, p.id, m.tenant_id from identity.person p
       join identity.membership m on m.person_id = p.id where p.email = $2`,
      [Buffer.from(sha256(sid)), `${reader}1@${company}.bench.example`],
    );
    request.cookies.set(SESSION_COOKIE, await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" }));
    const { rows } = await owner.query<{ id: string }>(
      "select c.id::text from client c join identity.tenant t on t.id = c.tenant_id where t.name = $1 and c.code = 'C7'",
      [`Bench ${company}`],
    );
    return rows[0]?.id ?? "";
  } finally {
    await owner.end();
  }
}
