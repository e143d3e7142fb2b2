import "server-only";
import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import { isSameOrigin } from "@/lib/access/caller";
import { isSecure } from "@/lib/access/origin";
import { type SignedIn, signInOptions } from "@/lib/access/sign-in";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";

type Context = { params: Promise<{ nextauth: string[] }> };

// Of next-auth's routes those that this product uses: its token against forgery, and sign-in. Sign-out is an action (features/account).
const gets = ["csrf"];
const posts = ["callback/credentials"];

/** GET and POST of /api/auth/…; the one place where somebody becomes somebody. Exempt from the doors by name. */
export async function authRoute(request: Request, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join("/");
  if (!(request.method === "POST" ? posts : gets).includes(path)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !(await isSameOrigin())) return Response.json({ url: "/sign-in" }, { status: 403 });
  const from = await headers();
  const outcome: SignedIn = {};
  const response: Response = await NextAuth(signInOptions(from, outcome))(request, context);
  // The first sign-in on this device picks the person's language; later, what was chosen here stays.
  if (outcome.locale && !(await cookies()).has(LOCALE_COOKIE)) {
    const secure = isSecure(from) ? "; Secure" : "";
    response.headers.append(
      "Set-Cookie",
      `${LOCALE_COOKIE}=${outcome.locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`,
    );
  }
  return response;
}
