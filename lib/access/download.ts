import "server-only";
import type { z } from "zod";
import { marked, query } from "./doors";
import type { Ability } from "./policy";
import { forReader } from "./reader";
import { Refusal } from "./refusal";
import type { Scope } from "./scope";

/** A file for the reader: its name as it should be saved, its media type, and its bytes as they are made. */
export type Download = { name: string; type: string; body: ReadableStream<Uint8Array> };

/**
 * The GET of a route that gives a file. Its input is what the path and the address say, checked by `input`: an address that does not fit is "not
 * found", as everywhere. `run` reads inside the page's transaction; what the body still reads as it flows must not need it.
 */
export function download<S extends z.ZodType>(
  of: { name: string; ability: Ability; input: S },
  run: (scope: Scope, input: z.output<S>) => Promise<Download>,
) {
  const read = query(of.ability, async function download(scope, asked: unknown) {
    const input = of.input.safeParse(asked);
    if (!input.success) throw new Refusal("not-found");
    return run(await forReader(scope), input.data);
  });
  const get = async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    const asked = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await context.params) };
    const { name, type, body } = await read(asked);
    return new Response(body, {
      headers: {
        "Content-Type": type,
        "Content-Disposition": disposition(name),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  };
  return marked(get, { kind: "query", ability: of.ability });
}

/** Content-Disposition of a file to be saved; its first name is for readers that know Latin letters only. */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w.-]+/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`;
}
