import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AssignmentsPage } from "@/lib/features/assignments/queries";
import { TransferButton } from "./transfer-button";

const NAMED = 6;

/** Clients that nobody owns: the one thing on this page that cannot wait. */
export function UnownedCard({ unowned, today }: Pick<AssignmentsPage, "unowned" | "today">) {
  const { clients, total, contracts } = unowned;
  const t = useTranslations("assignments.admin");
  if (total === 0) return null;
  const rest = total - Math.min(NAMED, total);
  return (
    <section className="flex flex-wrap items-start gap-x-4 gap-y-2.5 rounded-lg border border-amber bg-amber-soft px-3.5 py-3">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="flex items-center gap-2 font-semibold">
          <TriangleAlert aria-hidden size={15} className="text-amber" />
          {t("unowned", { count: total })}
        </h2>
        {contracts > 0 && <p className="font-medium text-red">{t("unownedContracts", { count: contracts })}</p>}
        <p className="text-ink-2">{t("unownedText")}</p>
        <ul className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5">
          {clients.slice(0, NAMED).map(({ id, name, contract }) => (
            <li key={id}>
              <Link
                href={`/clients/${id}`}
                className="underline decoration-edge underline-offset-3 hover:decoration-ink"
              >
                {name}
              </Link>
              {contract && <span className="text-red"> · {t("unownedContract")}</span>}
            </li>
          ))}
          {rest > 0 && <li className="text-ink-2">{t("unownedMore", { count: rest })}</li>}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link
          href="/admin/assignments/none"
          className="inline-flex h-control items-center rounded-md border border-line bg-sheet px-2.5 hover:border-edge"
        >
          {t("unownedOpen")}
        </Link>
        <TransferButton variant="default" clients={clients} start={{ on: today }}>
          {t("unownedGive", { count: clients.length })}
        </TransferButton>
      </div>
    </section>
  );
}
