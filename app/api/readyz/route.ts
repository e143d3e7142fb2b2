import { loadReadiness } from "@/lib/features/health/queries";

export const dynamic = "force-dynamic";

/** Everything that a request may need is there: 200, or 503 with what is missing. Also at /readyz. */
export async function GET(): Promise<Response> {
  const readiness = await loadReadiness();
  return Response.json(readiness, { status: Object.values(readiness).every(Boolean) ? 200 : 503 });
}
