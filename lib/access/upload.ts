import "server-only";
import { z } from "zod";
import { log } from "@/lib/io/log";
import { callerOf, isSameOrigin, sessionHash } from "./caller";
import { refusalFor } from "./database-errors";
import { marked } from "./doors";
import type { Ability } from "./policy";
import { Refusal, type Result } from "./refusal";
import type { Scope } from "./scope";
import { asMember } from "./transaction";

/** What a browser says of the file that it sends as a request's body. */
const said = z.object({
  company: z.uuid(),
  name: z.string().trim().min(1).max(255),
  size: z.coerce.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SaidOfFile = z.output<typeof said>;

/**
 * The POST of a route that takes a file. Who, whence and the right to it are asked before a byte is read; `take` then streams the body, outside of
 * any transaction, and `keep` writes down what came. The answer is a Result as JSON.
 */
export function upload<F, T>(
  of: { name: string; ability: Ability },
  take: (body: AsyncIterable<Uint8Array>, file: SaidOfFile) => Promise<F>,
  keep: (scope: Scope, taken: F, file: SaidOfFile) => Promise<T>,
) {
  const post = async (request: Request): Promise<Response> => {
    const from = callerOf(request.headers);
    try {
      if (!(await isSameOrigin())) throw new Refusal("same-origin");
      const file = fileOf(request.headers);
      const entry = {
        ...of,
        mode: "write",
        session: await sessionHash(),
        request: from.request,
        company: file.company,
      } as const;
      await asMember(entry, async () => undefined);
      if (!request.body) throw new Refusal("file-changed");
      const taken = await take(request.body as unknown as AsyncIterable<Uint8Array>, file);
      return answer({ ok: true, value: await asMember(entry, (scope) => keep(scope, taken, file)) });
    } catch (error) {
      const refusal = refusalFor(error);
      if (refusal) return answer({ ok: false, code: refusal.code, ...refusal.more });
      log.error({ err: error, door: of.name, request: from.request }, "upload failed");
      return answer({ ok: false, code: "bug", request: from.request });
    }
  };
  return marked(post, { kind: "action", ability: of.ability });
}

function fileOf(headers: Headers): SaidOfFile {
  const parsed = said.safeParse({
    company: headers.get("x-grange-company"),
    name: decoded(headers.get("x-grange-name")),
    size: headers.get("x-grange-size"),
    sha256: headers.get("x-grange-sha256"),
  });
  if (!parsed.success) throw new Refusal("invalid");
  return parsed.data;
}

// A header holds Latin letters only, so a name travels as encodeURIComponent writes it.
function decoded(name: string | null): string | null {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return null;
  }
}

const statuses: Partial<Record<string, number>> = {
  busy: 503,
  "signed-out": 401,
  forbidden: 403,
  "same-origin": 403,
  "file-too-large": 413,
  bug: 500,
};

function answer(result: Result<unknown>): Response {
  const status = result.ok ? 200 : (statuses[result.code] ?? 400);
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}
