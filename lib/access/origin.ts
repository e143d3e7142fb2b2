import "server-only";

type Headers = { get(name: string): string | null };

/**
 * The address that people open, without a path: "https://crm.example.com". GRANGE_URL when it is set; else what the request says, which
 * scripts/serve has cleaned of everything but its Host. A stranger may write any Host: never put this into a mail that a stranger asked for.
 */
export function originOf(from: Headers): string {
  const configured = process.env.GRANGE_URL;
  if (configured && URL.canParse(configured)) return new URL(configured).origin;
  const protocol = from.get("x-forwarded-proto") === "https" ? "https" : "http";
  return `${protocol}://${from.get("host") ?? "localhost"}`;
}

/** Whether cookies of this answer may demand HTTPS. */
export function isSecure(from: Headers): boolean {
  return originOf(from).startsWith("https:");
}

/** A path of this site from something that a link brought along; anything that could lead elsewhere becomes the fallback. */
export function localPath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted || !/^\/(?![/\\])[^\\\s]*$/.test(wanted)) return fallback;
  const inside = new URL(wanted, "http://here.invalid");
  return inside.host === "here.invalid" ? `${inside.pathname}${inside.search}` : fallback;
}
