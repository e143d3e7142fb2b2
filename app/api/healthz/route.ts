export const dynamic = "force-dynamic";

/** The process answers. Also at /healthz. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
