// A person at the app's own addresses: signs in and calls server actions over HTTP, as their browser does.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })),
});
/** What the app says while its database is away. */
const outages = ["bug", "busy"];
const result = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string() }),
]);

/** The app's own "no": unlike an outage it will be the same at the next attempt. */
export class Refused extends Error {}

export type SignedIn = {
  /** Answers the action's value; throws when the app refuses, fails or is not there. */
  act(name: string, envelope: { key: string; company: string; input: unknown }): Promise<unknown>;
  /** A page as it comes; throws when it is not there. */
  page(path: string): Promise<string>;
  /** Sends a file to /api/files; answers its id. */
  send(name: string, content: string, company: string): Promise<string>;
};

export async function signIn(url: string, email: string, password: string): Promise<SignedIn> {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = cookie.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const headers = () => ({ origin: url, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") });
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await keep(await fetch(`${url}/api/auth/csrf`)).json());
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  const answer = keep(
    await fetch(`${url}/api/auth/callback/credentials`, { method: "POST", headers: headers(), body }),
  );
  if (!answer.ok) throw new Error(`${email} could not sign in: ${await answer.text()}`);

  const known = actionsOf();
  return {
    act: async (name, envelope) => {
      const action = known.get(name);
      if (!action) throw new Error(`The build has no action ${name}.`);
      // A page of one record stands in its address; its actions answer there.
      const { data } = z.object({ id: z.string() }).safeParse(envelope.input);
      const sent = await fetch(url + action.page.replaceAll(/\[\w+\]/g, data?.id ?? "none"), {
        method: "POST",
        headers: {
          ...headers(),
          "next-action": action.id,
          accept: "text/x-component",
          "content-type": "text/plain;charset=UTF-8",
        },
        body: JSON.stringify([envelope]),
        signal: AbortSignal.timeout(10_000),
      });
      return resultOf(await sent.text());
    },
    page: async (path) => {
      const answer = await fetch(url + path, { headers: headers(), redirect: "error" });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return answer.text();
    },
    send: async (name, content, company) => {
      const body = Buffer.from(content);
      const said = {
        "x-grange-company": company,
        "x-grange-name": encodeURIComponent(name),
        "x-grange-size": String(body.length),
        "x-grange-sha256": createHash("sha256").update(body).digest("hex"),
      };
      const signal = AbortSignal.timeout(30_000);
      const sent = await fetch(`${url}/api/files`, {
        method: "POST",
        headers: { ...headers(), ...said },
        body,
        signal,
      });
      return z.object({ id: z.uuid() }).parse(answered(await sent.json())).id;
    },
  };
}

/** Name → id, and a page from which it may be called: one without parameters, where there is one. */
function actionsOf(): Map<string, { id: string; page: string }> {
  const { node } = manifest.parse(JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")));
  return new Map(
    Object.entries(node).map(([id, { exportedName, workers }]) => {
      const pages = Object.keys(workers);
      const page = pages.find((path) => !path.includes("[")) ?? pages[0] ?? "";
      return [
        exportedName,
        {
          id,
          page:
            page
              .replace(/^app/, "")
              .replace(/\/\([^)]*\)/g, "")
              .replace(/\/page$/, "") || "/",
        },
      ];
    }),
  );
}

/** The answer is React's stream: a row `0` that names the row of the action's result. Rows of text end without a line break. */
function resultOf(stream: string): unknown {
  const row = /0:\{"a":"\$@(\w+)"/.exec(stream)?.[1];
  const json = row && new RegExp(`${row}:(\\{"ok":.*)`).exec(stream)?.[1];
  if (!json) throw new Error(`no result in the answer: ${stream.slice(0, 200)}`);
  return answered(JSON.parse(json));
}

function answered(json: unknown): unknown {
  const said = result.parse(json);
  if (said.ok) return said.value;
  throw outages.includes(said.code) ? new Error(said.code) : new Refused(said.code);
}
