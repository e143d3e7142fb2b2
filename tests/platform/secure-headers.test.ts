import { request as ask, createServer, type IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { type EdgeOptions, isMisdirected, prepareRequest, secureResponse } from "@/scripts/secure-headers";

const direct: EdgeOptions = { proxies: 0, development: false, publicFiles: new Set(["/icon.svg"]) };

type Seen = { headers: IncomingHttpHeaders; response: IncomingHttpHeaders; status: number };

/** One real request through the edge to a handler that would let its answer be cached. */
async function pass(
  headers: Record<string, string>,
  options: EdgeOptions = direct,
  path = "/book",
  busy = false,
): Promise<Seen> {
  let seen: IncomingHttpHeaders = {};
  const server = createServer((incoming, outgoing) => {
    secureResponse(incoming, outgoing, prepareRequest(incoming, options), options, { busy });
    seen = { ...incoming.headers };
    if (isMisdirected(incoming, options)) outgoing.writeHead(421);
    else outgoing.setHeader("cache-control", "public, max-age=600");
    if (path === "/failed") outgoing.statusCode = 500;
    outgoing.end("x");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const answer = await new Promise<Pick<Seen, "response" | "status">>((resolve, reject) => {
    const sent = ask({ port, host: "127.0.0.1", path, headers }, (incoming) => {
      incoming.resume();
      resolve({ response: incoming.headers, status: incoming.statusCode ?? 0 });
    });
    sent.on("error", reject).end();
  });
  server.close();
  return { headers: seen, ...answer };
}

describe("the edge", () => {
  it("believes nobody's word about who they are", async () => {
    const { headers } = await pass({
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-real-ip": "6.6.6.6",
      forwarded: "for=6.6.6.6",
      "x-grange-address": "6.6.6.6",
      "x-grange-request": "chosen",
      "x-grange-company": "of an uploaded file",
      "x-nonce": "chosen",
      "content-security-policy": "script-src 'nonce-chosen'",
    });
    expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|chosen/);
    expect(headers["x-grange-company"]).toBe("of an uploaded file");
    expect(headers["x-grange-address"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-proto"]).toBe("http");
  });

  it("takes the address that the trusted proxy saw, not one that the caller put before it", async () => {
    const sent = {
      "x-forwarded-for": "6.6.6.6, 203.0.113.7",
      "x-forwarded-host": "crm.example",
      "x-forwarded-proto": "https",
    };
    const { headers, response } = await pass(sent, { ...direct, proxies: 1 });
    expect(headers["x-grange-address"]).toBe("203.0.113.7");
    expect(headers.host).toBe("crm.example");
    expect(response["strict-transport-security"]).toContain("max-age=31536000");
    expect((await pass(sent)).response["strict-transport-security"]).toBeUndefined();
  });

  it("gives every answer a policy with a nonce of its own, the one that the app writes", async () => {
    const one = await pass({});
    const two = await pass({});
    const policy = String(one.response["content-security-policy"]);
    expect(one.headers["content-security-policy"]).toBe(policy);
    expect(policy).toContain(`script-src 'self' 'nonce-${one.headers["x-nonce"]}' 'strict-dynamic'`);
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toMatch(/unsafe/);
    for (const part of ["base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(part);
    expect(one.headers["x-nonce"]).not.toBe(two.headers["x-nonce"]);
    expect(one.response["x-content-type-options"]).toBe("nosniff");
    expect(one.response["x-request-id"]).toBe(one.headers["x-grange-request"]);
  });

  it("lets only static files be stored", async () => {
    const cached = async (path: string) => (await pass({}, direct, path)).response["cache-control"];
    expect(await cached("/book")).toBe("no-store");
    expect(await cached("/icon.svg.html")).toBe("no-store");
    expect(await cached("/icon.svg?v=2")).toBe("public, max-age=600");
    expect(await cached("/_next/static/chunks/a.js")).toBe("public, max-age=600");
  });

  it("says 503 and when to come back of a page that found no free connection, and of no other", async () => {
    const busy = await pass({}, direct, "/failed", true);
    expect([busy.status, busy.response["retry-after"]]).toEqual([503, "5"]);
    expect((await pass({}, direct, "/failed")).status).toBe(500);
    expect((await pass({}, direct, "/book", true)).status).toBe(200);
  });

  it("answers only to its own name where one is configured", async () => {
    const named = { ...direct, publicUrl: new URL("https://crm.example") };
    expect((await pass({ host: "crm.example" }, named)).status).toBe(200);
    expect((await pass({ host: "evil.example" }, named)).status).toBe(421);
  });
});
