import { useTranslations } from "next-intl";
import type { MergePreview } from "@/lib/features/merges/queries";

const countable = [
  "contact",
  "touch",
  "promise",
  "sale_line",
  "contract",
  "key_number",
  "profile_answer",
  "need",
  "client_address",
  "client_partner",
] as const;
const fillable = [
  "inn",
  "kpp",
  "ogrn",
  "legal_name",
  "industry_id",
  "region_id",
  "city",
  "zone",
  "website",
  "tier",
  "note",
  "since",
  "parent_id",
] as const;

/** What goes along, what is taken over, and whose figures stay. */
export function MergeSummary({ preview }: { preview: MergePreview }) {
  const t = useTranslations("merges");
  const { rows, fills, winner, loser } = preview;
  const known = countable.filter((table) => rows[table]).map((table) => t(`rows.${table}`, { n: rows[table] ?? 0 }));
  const others = Object.entries(rows).filter(([table]) => !countable.some((one) => one === table));
  const other = others.reduce((sum, [, n]) => sum + n, 0);
  const goes = other > 0 ? [...known, t("rows.other", { n: other })] : known;
  const taken = fillable.filter((column) => fills.includes(column)).map((column) => t(`columns.${column}`));
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 rounded-md border border-line bg-paper p-3 max-sm:grid-cols-1">
      <dt className="text-ink-3">{t("comes")}</dt>
      <dd>{goes.length > 0 ? goes.join(", ") : t("nothing")}</dd>
      {taken.length > 0 && (
        <>
          <dt className="text-ink-3">{t("fills")}</dt>
          <dd>{taken.join(", ")}</dd>
        </>
      )}
      <dd className="col-span-full text-ink-2 text-xs">
        {t("keeps")} {t("twice")}
      </dd>
      {loser.owner && loser.owner !== winner.owner && (
        <dd className="col-span-full text-amber text-xs">
          {t("owners", { loser: loser.owner, winner: winner.owner ?? t("noOwner") })}
        </dd>
      )}
    </dl>
  );
}
