"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Archived } from "@/components/ui/archived";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { OrderedList } from "@/components/ui/ordered-list";
import { useArchive } from "@/components/ui/use-archive";
import { archiveMeasure, orderMeasures } from "@/lib/features/targets/actions";
import type { MeasureRow } from "@/lib/features/targets/queries/measures";
import { measureName } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { MeasureLine } from "./measure-line";

const MeasureSheet = dynamic(() => import("./measure-sheet"), { ssr: false });

/** The catalogue in the order of scorecards; its keepers add, change, order and put away. */
export function MeasureList({ measures, edits }: { measures: readonly MeasureRow[]; edits: boolean }) {
  const t = useTranslations("targets.catalogue");
  const locale = useLocale();
  const order = useAct(orderMeasures);
  const archive = useArchive(archiveMeasure);
  const [edited, setEdited] = useState<MeasureRow | "new">();
  const nameOf = (measure: MeasureRow) => measureName(measure, locale);
  const find = (wanted: string) => measures.find(({ id }) => id === wanted);

  function put(id: string, archived: boolean) {
    const measure = find(id);
    if (measure) archive(measure, archived, t(archived ? "archived" : "restored", { name: nameOf(measure) }));
  }

  const living = measures.filter(({ archived }) => !archived);
  const archived = measures.filter((measure) => measure.archived);
  const list = (of: readonly MeasureRow[]): ReactNode =>
    edits ? (
      <OrderedList
        items={of.map((measure) => ({
          id: measure.id,
          archived: measure.archived,
          name: nameOf(measure),
          content: <MeasureLine measure={measure} all={measures} />,
        }))}
        words={{
          actions: (name) => t("actions", { name }),
          change: t("change"),
          up: t("up"),
          down: t("down"),
          archive: t("archive"),
          restore: t("restore"),
        }}
        onOrder={(ids) => order.run({ ids })}
        onChange={(id) => setEdited(find(id))}
        onArchive={put}
      />
    ) : (
      <ul className="rounded-lg border border-line bg-sheet">
        {of.map((measure) => (
          <li
            key={measure.id}
            className="flex min-h-row flex-wrap items-baseline gap-x-3 gap-y-0.5 border-hair border-b px-3 py-1.5 last:border-b-0"
          >
            <MeasureLine measure={measure} all={measures} />
          </li>
        ))}
      </ul>
    );
  const add = edits && (
    <Button onClick={() => setEdited("new")}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  const sum = living.reduce((all, { weight }) => all + weight, 0);
  return (
    <div className="flex max-w-4xl flex-col gap-3 pb-6">
      {living.length > 0 ? (
        <>
          {add && <div className="self-start">{add}</div>}
          {list(living)}
          <p className="text-ink-3 text-xs">
            {t("weightSum", { sum: points(sum, locale) })} {sum !== 10_000 && t("weightSumOff")}
          </p>
        </>
      ) : (
        <EmptyState title={t("empty")} action={add}>
          {t("emptyText")}
        </EmptyState>
      )}
      {archived.length > 0 && (
        <Archived title={t("archivedTitle", { count: String(archived.length) })}>{list(archived)}</Archived>
      )}
      {edited && (
        <MeasureSheet
          measure={edited === "new" ? undefined : edited}
          all={measures}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
