// The web server process: Next behind our own node:http server. Started by start.ts, which hears the port from it.
import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import next from "next";
import { closeDatabase } from "@/lib/db/client";
import { answering } from "@/lib/io/answer";
import { log } from "@/lib/io/log";
import { projectFolder } from "./project";
import { type EdgeOptions, isMisdirected, prepareRequest, secureResponse } from "./secure-headers";
import { untilTold } from "./stopping";

const development = process.env.NODE_ENV === "development";
const hostname = process.env.HOST ?? "127.0.0.1";
const HEALTH = /^\/(healthz|readyz)(?=$|\?)/;

const options: EdgeOptions = {
  proxies: process.env.TRUST_PROXY === "true" ? 1 : Number(process.env.TRUST_PROXY ?? 0),
  publicUrl: process.env.GRANGE_URL ? new URL(process.env.GRANGE_URL) : undefined,
  development,
  publicFiles: new Set(
    readdirSync(join(projectFolder, "public"), { recursive: true }).map(
      (file) => `/${String(file).replaceAll("\\", "/")}`,
    ),
  ),
};

const server = createServer();
const port = await listen(server);
const app = next({ dev: development, dir: projectFolder, hostname, port, httpServer: server });
const prepared = app.prepare();
const handle = app.getRequestHandler();

server.on("request", async (request, response) => {
  await prepared;
  const seen = prepareRequest(request, options);
  const answer = { busy: false };
  secureResponse(request, response, seen, options, answer);
  if (HEALTH.test(request.url ?? "")) request.url = `/api${request.url}`;
  else if (isMisdirected(request, options)) {
    response.writeHead(421).end();
    return;
  }
  answering(answer, () => handle(request, response)).catch((error: unknown) => {
    log.error({ err: error, request: request.headers["x-grange-request"] }, "a request failed outside the app");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
await prepared;
process.send?.({ ready: true, port });

await untilTold();
const closed = new Promise((resolve) => server.close(resolve));
server.closeIdleConnections();
// An answer under way is finished; a connection that only stays open is not waited for.
const impatient = setInterval(() => server.closeIdleConnections(), 200);
const late = setTimeout(() => server.closeAllConnections(), 10_000);
await closed;
clearInterval(impatient);
clearTimeout(late);
await app.close();
await closeDatabase();
process.exit(0);

/** PORT, or the next free one from 3000 up; on a restart PORT is what the first run got. */
async function listen(target: Server): Promise<number> {
  const wanted = process.env.PORT;
  for (let candidate = Number(wanted ?? 3000); ; candidate++) {
    const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      target.once("error", resolve);
      target.listen({ port: candidate, host: hostname }, () => {
        target.removeListener("error", resolve);
        resolve(undefined);
      });
    });
    if (!failure) {
      const address = target.address();
      return typeof address === "object" && address ? address.port : candidate;
    }
    if (failure.code !== "EADDRINUSE" || wanted || candidate >= 3100) {
      process.send?.({ failure: `Cannot listen on ${hostname}:${candidate}: ${failure.code}.` });
      process.exit(1);
    }
  }
}
