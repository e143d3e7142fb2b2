import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { releaseMail } from "@/lib/features/outbox/actions";
import { sendMail } from "@/lib/features/outbox/jobs";
import { loadOutbox } from "@/lib/features/outbox/queries";
import { outboxFilter } from "@/lib/features/outbox/schema";
import { inviteMember, resendInvitation } from "@/lib/features/people/actions";
import { schedule, tasks } from "@/lib/features/tasks";
import { type RunningWorker, startWorker } from "@/lib/io/queue";
import { testDatabase } from "@/tests/support/database-setup";
import { openPeopleHouse, type PeopleHouse } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: PeopleHouse;
let server: SMTPServer;
let worker: RunningWorker | undefined;
let count = 0;
/** What the server took, and how often it is to answer with what instead. */
const taken: string[] = [];
let refusals: { code: number; text: string }[] = [];

beforeAll(async () => {
  house = await openPeopleHouse();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refusal = refusals.shift();
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        taken.push(Buffer.concat(chunks).toString("utf8"));
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(async () => {
  taken.length = 0;
  refusals = [];
  await house.rows("delete from graphile_worker._private_jobs");
  await house.rows("delete from identity.sealed_mail");
  await house.rows("delete from outbox_mail");
  connectServer();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  delete process.env.SMTP_URL;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await house.end();
});

function connectServer(): void {
  const address = server.server.address();
  process.env.SMTP_URL = `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

async function work(): Promise<void> {
  worker = await startWorker({ databaseUrl: testDatabase().appUrl, tasks, schedule });
}

type Mail = { id: string; status: string; error: string | null; message_id: string; body: string };
const mails = () => house.rows<Mail>("select * from outbox_mail order by created_at");
const jobs = () =>
  house.rows<{ attempts: number; last_error: string | null }>(
    "select attempts, last_error from graphile_worker._private_jobs where key like 'mail:%'",
  );
/** The next try comes at once instead of after its pause. */
const hurry = () => house.rows("update graphile_worker._private_jobs set run_at = now()");
const until = (state: string) =>
  vi.waitFor(async () => expect((await mails()).map(({ status }) => status)).toEqual([state]), {
    timeout: 15_000,
    interval: 50,
  });

async function invite(): Promise<{ id: string; mail: string }> {
  const made = await house.send(house.admin, inviteMember, {
    email: `guest${++count}@example.test`,
    name: "Пётр Новый",
    jobTitle: "",
    roles: ["kam"],
    team: "",
    locale: "ru",
  });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}
const sealed = () => house.rows("select from identity.sealed_mail");

describe("R96 mail", () => {
  it("goes out once, readable, under its Message-ID, and its sealed text is then forgotten", async () => {
    const { mail } = await invite();
    const [queued] = await mails();
    expect(queued).toMatchObject({ status: "queued", id: mail });
    expect(queued?.body).not.toContain("http");
    expect(await sealed()).toHaveLength(1);
    await work();
    await until("sent");
    expect(taken).toHaveLength(1);
    expect(taken[0]).toContain(`Message-ID: ${queued?.message_id}`);
    expect(taken[0]).toContain(`To: guest${count}@example.test`);
    const text = Buffer.from(taken[0]?.split("\r\n\r\n")[1] ?? "", "base64").toString("utf8");
    expect(text).toContain("Здравствуйте, Пётр Новый!");
    expect(text).toMatch(/http:\/\/grange\.test\/invite\/[\w-]{43}/);
    expect(await sealed()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it("is tried again when the server was busy, and arrives once", async () => {
    refusals = [{ code: 451, text: "come back later" }];
    await invite();
    await work();
    await vi.waitFor(async () => expect((await mails())[0]?.error).toContain("SMTP 451"), { timeout: 15_000 });
    expect((await mails())[0]).toMatchObject({ status: "queued" });
    await vi.waitFor(async () => expect((await jobs())[0]?.last_error).toBe("SMTP 451"), { timeout: 15_000 });
    expect(taken).toEqual([]);
    await hurry();
    await until("sent");
    expect(taken).toHaveLength(1);
    expect((await mails())[0]?.error).toBeNull();
  });

  it("is tried again when the server is away, without its address in the log", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await invite();
    await work();
    await vi.waitFor(async () => expect((await jobs())[0]?.last_error).toBe("ESOCKET"), { timeout: 15_000 });
    connectServer();
    await hurry();
    await until("sent");
    expect(taken).toHaveLength(1);
  });

  it("fails for good when the server refuses it, tells the admin, and can be sent again", async () => {
    refusals = [{ code: 550, text: "no such mailbox" }];
    const { mail } = await invite();
    await work();
    await until("failed");
    // The mail says so within the job, which goes a moment later.
    await vi.waitFor(async () => expect(await jobs()).toEqual([]));
    const outbox = await house.visit(house.admin, () => loadOutbox(outboxFilter.parse({ mail })));
    expect(outbox).toMatchObject({ failed: 1, open: { status: "failed", sealed: true } });
    expect(JSON.stringify(outbox)).toContain("no such mailbox");
    expect((await house.send(house.admin, releaseMail, { id: mail })).ok).toBe(true);
    await until("sent");
    expect(taken).toHaveLength(1);
  });

  it("fails for good after its last try", async () => {
    refusals = [{ code: 451, text: "come back later" }];
    const { mail } = await invite();
    await sendMail({ tenant: house.tenant, mail }, { job: { attempts: 25, max_attempts: 25 } });
    expect((await mails())[0]).toMatchObject({ status: "failed", error: expect.stringContaining("SMTP 451") });
  });

  it("is not sent twice by two jobs, nor after it was withdrawn", async () => {
    const { id, mail } = await invite();
    const payload = { tenant: house.tenant, mail };
    await sendMail(payload);
    await sendMail(payload);
    expect(taken).toHaveLength(1);
    await house.rows("delete from outbox_mail");
    const again = await house.send(house.admin, resendInvitation, { id });
    expect((await house.send(house.admin, resendInvitation, { id })).ok).toBe(true);
    await sendMail({ ...payload, mail: again.ok ? again.value.mail : "" });
    expect(taken).toHaveLength(1);
    expect((await mails()).map(({ status }) => status)).toEqual(["withdrawn", "queued"]);
  });

  it("waits in the outbox without a server, and leaves when an admin lets it go, not by itself", async () => {
    delete process.env.SMTP_URL;
    const { mail } = await invite();
    expect(await house.send(house.admin, releaseMail, { id: mail })).toEqual({ ok: false, code: "no-mail-server" });
    connectServer();
    await work();
    expect(await jobs()).toEqual([]);
    expect((await mails())[0]).toMatchObject({ status: "held" });
    expect((await house.send(house.admin, releaseMail, { id: mail })).ok).toBe(true);
    await until("sent");
    expect(taken).toHaveLength(1);
    expect(await house.send(house.admin, releaseMail, { id: mail })).toEqual({ ok: false, code: "changed-meanwhile" });
  });

  it("is not let go when its link has expired, and nobody can turn it to another address", async () => {
    delete process.env.SMTP_URL;
    const { mail } = await invite();
    connectServer();
    await house.rows("update outbox_mail set created_at = now() - interval '8 days'");
    expect(await house.send(house.admin, releaseMail, { id: mail })).toEqual({ ok: false, code: "link-expired" });
    const refused = await house.app
      .query(
        "begin; select set_config('app.tenant', '" +
          house.tenant +
          "', true), set_config('app.ability', 'outbox:edit', true), set_config('role', app.role_name('reach_all'), true); update outbox_mail set to_address = 'me@example.test'",
      )
      .then((results) => (Array.isArray(results) ? results.at(-1).rowCount : -1));
    await house.app.query("rollback");
    expect(refused).toBe(0);
  });
});
