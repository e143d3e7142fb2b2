import "server-only";
import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { sha256 } from "./caller";
import { marked } from "./doors";
import { isSecure } from "./origin";

// A link from a mail carries its secret in the address, and addresses end up in histories, logs and the Referer. So the page behind it swaps
// the secret for a cookie that only its own path gets, and goes on without it.

export type LandingPath = "/invite" | "/reset";
const cookieOf = (path: LandingPath) => `grange-link${path.replace("/", "-")}`;

/** The GET of `<path>/[token]`, which goes on to a page at or below path. It touches nothing: whether the secret is good is found out there. */
export function landing(path: LandingPath, page: string) {
  const get = async (request: Request, context: { params: Promise<{ token: string }> }): Promise<Response> => {
    const { token } = await context.params;
    const answer = new NextResponse(null, {
      status: 303,
      headers: { Location: page, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    });
    const secure = isSecure(request.headers);
    answer.cookies.set(cookieOf(path), token.slice(0, 100), {
      path,
      httpOnly: true,
      sameSite: "lax",
      secure,
      maxAge: 3600,
    });
    return answer;
  };
  return marked(get, { kind: "public", ability: null });
}

/** SHA-256 of the secret that the landing left, or null. */
export async function landedSecret(path: LandingPath): Promise<Uint8Array<ArrayBuffer> | null> {
  const secret = (await cookies()).get(cookieOf(path))?.value;
  return secret ? sha256(secret) : null;
}

/** The secret is used up. */
export async function forgetLanding(path: LandingPath): Promise<void> {
  (await cookies()).set(cookieOf(path), "", { path, maxAge: 0 });
}
