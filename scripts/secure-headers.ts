// What every request loses and every answer gains. There is no proxy.ts: this is the place.
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type EdgeOptions = {
  /** Number of reverse proxies in front of us; 0 believes nobody. */
  proxies: number;
  /** The address that people open ("https://crm.example.com"), when configured; other hosts are then refused. */
  publicUrl?: URL;
  development: boolean;
  /** Paths of public/ that may be cached. */
  publicFiles: Set<string>;
};

/** Cleans and completes the request in place: who asks, under which host, with which request id and nonce. */
export function prepareRequest(request: IncomingMessage, options: EdgeOptions): { nonce: string; secure: boolean } {
  const { headers } = request;
  const address = clientAddress(request, options.proxies);
  const host = options.proxies > 0 ? last(headers["x-forwarded-host"]) : undefined;
  const protocol = options.proxies > 0 ? last(headers["x-forwarded-proto"]) : undefined;
  for (const name of Object.keys(headers)) {
    // Ours to set: a caller's own words under these names would be believed further inside.
    if (name === "forwarded" || /^x-(forwarded-|real-ip|grange-(address|request)$|nonce$)/.test(name))
      delete headers[name];
  }
  if (host) headers.host = host;
  headers["x-forwarded-proto"] = protocol === "https" ? "https" : "http";
  headers["x-forwarded-for"] = address;
  headers["x-grange-address"] = address;
  headers["x-grange-request"] = randomUUID();
  const nonce = randomBytes(18).toString("base64");
  headers["x-nonce"] = nonce;
  // Next takes the nonce for its own scripts from the request's policy.
  headers["content-security-policy"] = contentSecurityPolicy(nonce, options.development);
  return { nonce, secure: protocol === "https" || options.publicUrl?.protocol === "https:" };
}

export function isMisdirected(request: IncomingMessage, options: EdgeOptions): boolean {
  return options.publicUrl !== undefined && request.headers.host !== options.publicUrl.host;
}

/** Puts the security headers on, and has the last word on caching, and on a page that failed for want of a connection, when Next sends the head. */
export function secureResponse(
  request: IncomingMessage,
  response: ServerResponse,
  { nonce, secure }: { nonce: string; secure: boolean },
  options: EdgeOptions,
  answer: { busy: boolean },
): void {
  response.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce, options.development));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("X-Request-Id", String(request.headers["x-grange-request"]));
  if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path.startsWith("/_next/static/") || path.startsWith("/_next/image") || options.publicFiles.has(path)) return;
  const original = response.writeHead;
  Object.assign(response, {
    writeHead: (...args: unknown[]) => {
      response.setHeader("Cache-Control", "no-store");
      if (args[0] === 500 && answer.busy) {
        response.setHeader("Retry-After", "5");
        args[0] = 503;
      }
      return Reflect.apply(original, response, args);
    },
  });
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
  const scripts = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    development ? `${scripts} 'unsafe-eval'` : scripts, // React's developer tools evaluate code
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The caller's address as the outermost proxy that we trust saw it. */
function clientAddress(request: IncomingMessage, proxies: number): string {
  const socket = request.socket.remoteAddress ?? "unknown";
  if (proxies === 0) return socket;
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-proxies) ?? hops[0] ?? socket;
}

function last(header: string | string[] | undefined): string | undefined {
  return (
    String(header ?? "")
      .split(",")
      .at(-1)
      ?.trim() || undefined
  );
}
