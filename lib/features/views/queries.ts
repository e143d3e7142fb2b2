import type { Scope } from "@/lib/access/scope";

/** A kept address of a page: the member's own, nobody else sees it. `query` without "?". */
export type ViewRow = { id: string; name: string; query: string };

export async function listViews(scope: Scope, page: string): Promise<ViewRow[]> {
  return scope.db.savedView.findMany({
    where: { page, memberId: scope.member.id },
    select: { id: true, name: true, query: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
