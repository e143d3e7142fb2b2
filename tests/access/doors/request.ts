import { encode } from "next-auth/jwt";
import { SESSION_COOKIE } from "@/lib/access/caller";
import { request } from "./next";

const HOST = "grange.test";

export type Origin = "ours" | "none" | "foreign" | "cross-site";

/** From now on requests come from whoever holds this session id (the sessions are real rows); null: from nobody. */
export async function requestBy(
  sid: string | null,
  { origin = "ours", cookies = {} }: { origin?: Origin; cookies?: Record<string, string> } = {},
): Promise<void> {
  request.cookies = new Map(Object.entries(cookies));
  if (sid !== null) request.cookies.set(SESSION_COOKIE, await token(sid));
  const headers = {
    host: HOST,
    "x-grange-address": "192.0.2.7",
    "x-grange-request": "request-1",
    "user-agent": "test",
  };
  request.headers = new Headers(headers);
  if (origin !== "none")
    request.headers.set("origin", origin === "foreign" ? "http://elsewhere.test" : `http://${HOST}`);
  if (origin === "cross-site") request.headers.set("sec-fetch-site", "cross-site");
}

// Making a token derives a key each time, which is slow on purpose.
const tokens = new Map<string, Promise<string>>();
function token(sid: string): Promise<string> {
  const made = tokens.get(sid) ?? encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" });
  tokens.set(sid, made);
  return made;
}
