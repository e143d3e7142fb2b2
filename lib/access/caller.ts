import "server-only";
import { createHash } from "node:crypto";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";

export const SESSION_COOKIE = "grange.session";

/** SHA-256 of a secret from a cookie or link: the only form in which the database knows it. */
export function sha256(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}

/** The hash of the caller's session id, or null without a readable cookie. Whether the session lives is the database's word. */
export const sessionHash = cache(async (): Promise<Uint8Array<ArrayBuffer> | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!token) return null;
  const content = await decode({ token, secret: process.env.AUTH_SECRET ?? "" }).catch(() => null);
  return typeof content?.sid === "string" ? sha256(content.sid) : null;
});

export type Caller = {
  /** The client's address as scripts/serve saw it; an IPv6 address as its /64. */
  address: string;
  agent: string;
  /** Names this request in the log and in the audit trail. */
  request: string;
};

export async function caller(): Promise<Caller> {
  return callerOf(await headers());
}

export function callerOf(from: { get(name: string): string | null }): Caller {
  return {
    address: throttleAddress(from.get("x-grange-address") ?? "unknown"),
    agent: from.get("user-agent") ?? "",
    request: from.get("x-grange-request") ?? "",
  };
}

/** Whoever has one IPv6 address has its /64: they are throttled as one. */
export function throttleAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const full =
    tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return `${full
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}

/** A write must say where it comes from, and come from here. */
export async function isSameOrigin(): Promise<boolean> {
  const from = await headers();
  const origin = from.get("origin");
  const site = from.get("sec-fetch-site");
  if (!origin || (site && site !== "same-origin")) return false;
  return URL.canParse(origin) && new URL(origin).host === from.get("host");
}
