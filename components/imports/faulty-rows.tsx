import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ImportView } from "@/lib/features/imports/queries";
import { FaultyRow } from "./faulty-row";

/** A page of the rows with faults, each to be mended where it stands; after the import only to be read. */
export function FaultyRows({ view, count, mendable }: { view: ImportView; count: number; mendable: boolean }) {
  const t = useTranslations("importSteps.mend");
  const { rows, page, pageSize } = view.faults;
  const last = Math.max(1, Math.ceil(count / pageSize));
  const from = (page - 1) * pageSize + 1;
  const turn = (to: number) => `/admin/imports/${view.id}?page=${to}`;
  return (
    <Section
      title={t("title", { count })}
      flush
      action={
        view.fileKept && (
          <a className="text-green hover:underline" href={`/api/imports/${view.id}/faults`} download>
            {t("download")}
          </a>
        )
      }
    >
      {mendable && <p className="px-3.5 py-2 text-ink-2">{t("hint")}</p>}
      <ul className="border-line border-t">
        {rows.map((row) => (
          <FaultyRow key={row.row} id={view.id} row={row} fields={view.about.fields} mendable={mendable} />
        ))}
      </ul>
      {last > 1 && (
        <nav aria-label={t("pages")} className="flex items-center gap-4 border-line border-t px-3.5 py-2">
          <span className="text-ink-2">
            {t("range", { from, to: Math.min(count, from + pageSize - 1), all: count })}
          </span>
          {page > 1 && (
            <Link className="text-green hover:underline" href={turn(page - 1)}>
              {t("previous")}
            </Link>
          )}
          {page < last && (
            <Link className="text-green hover:underline" href={turn(page + 1)}>
              {t("next")}
            </Link>
          )}
        </nav>
      )}
    </Section>
  );
}
