/** Signs in through next-auth; its cookie comes with the answer. Resolves to null, or to the code of what went wrong. */
export async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const csrfToken = read(await (await fetch("/api/auth/csrf", { cache: "no-store" })).json(), "csrfToken");
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, callbackUrl: "/", json: "true" }),
    });
    const there = new URL(read(await answer.json(), "url"), window.location.origin);
    if (answer.ok && !there.pathname.startsWith("/api/auth/")) return null;
    return there.searchParams.get("error") ?? "bug";
  } catch {
    return navigator.onLine ? "bug" : "offline";
  }
}

function read(answer: unknown, name: string): string {
  const value: unknown = Object(answer)[name];
  if (typeof value !== "string") throw new Error(`The answer has no ${name}.`);
  return value;
}
