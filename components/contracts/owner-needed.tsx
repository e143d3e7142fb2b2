import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A signed contract demands somebody who answers for the client (R3): says so, with the way to assign, or whom to ask. */
export function OwnerNeeded({ assign, children }: { assign: ReactNode; children: ReactNode }) {
  const t = useTranslations("contracts");
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-amber bg-amber-soft px-3 py-2"
    >
      <TriangleAlert aria-hidden size={15} className="text-amber" />
      <p className="min-w-0 flex-1 basis-50">
        {children} {!assign && t("noOwnerAsk")}
      </p>
      {assign}
    </div>
  );
}
