"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { noticeInput } from "./schema";

/** Marks a notice as done, or takes that back. */
export const resolveNotice = action(
  { name: "resolveNotice", ability: "notice:edit", input: noticeInput },
  async (scope, { id, resolved }) => {
    const { count } = await scope.db.notice.updateMany({
      where: { id },
      data: { resolvedAt: resolved ? scope.now : null },
    });
    if (count !== 1) throw new Refusal("not-found");
    return {};
  },
);
