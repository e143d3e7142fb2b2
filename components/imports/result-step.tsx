import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { KindName } from "@/lib/domain/import/kind-names";
import type { ImportView } from "@/lib/features/imports/queries";
import type { RunResult } from "@/lib/features/imports/schema";
import { FaultyRows } from "./faulty-rows";
import { FoundFigures } from "./found-figures";
import { RevertButton } from "./revert-button";

const places: Partial<
  Record<KindName, { href: string; word: "book" | "people" | "assignments" | "plans" | "targets" }>
> = {
  sales: { href: "/book", word: "book" },
  clients: { href: "/book", word: "book" },
  contacts: { href: "/book", word: "book" },
  contracts: { href: "/book", word: "book" },
  assignments: { href: "/admin/assignments", word: "assignments" },
  members: { href: "/admin/people", word: "people" },
  targets: { href: "/targets", word: "targets" },
  plans: { href: "/plans", word: "plans" },
  figures: { href: "/plans", word: "plans" },
};

/** What an import did, where that is seen, and the way back. */
export function ResultStep({ view, result }: { view: ImportView; result: RunResult }) {
  const t = useTranslations("imports");
  const place = Object.entries(places).find(([kind]) => kind === view.kind)?.[1];
  return (
    <div className="flex flex-col gap-4">
      {result.reverted && (
        <p role="status" className="rounded-md bg-hair px-3.5 py-2.5">
          <span className="font-medium">{t("result.revertedTitle")}.</span> {t("result.revertedText", result.reverted)}
        </p>
      )}
      <FoundFigures view={view} result={result} />
      {view.status === "done" && (
        <div className="flex flex-wrap gap-2">
          {place && (
            <Button variant="outline" asChild>
              <Link href={place.href}>{t(`result.look.${place.word}`)}</Link>
            </Button>
          )}
          <Button variant="outline" asChild>
            <Link href="/admin/imports">{t("result.anew")}</Link>
          </Button>
          <RevertButton id={view.id} version={view.version} />
        </div>
      )}
      {result.faulty > 0 && <FaultyRows view={view} count={result.faulty} mendable={false} />}
    </div>
  );
}
