"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Archived } from "@/components/ui/archived";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { OrderedList } from "@/components/ui/ordered-list";
import { useArchive } from "@/components/ui/use-archive";
import { inLanguage } from "@/lib/domain/in-language";
import { archiveNumberKind, orderNumberKinds } from "@/lib/features/numbers/actions";
import type { KindRow } from "@/lib/features/numbers/queries";

const KindSheet = dynamic(() => import("./kind-sheet"), { ssr: false });

/** Which numbers are kept of every client, in the order in which they are shown. */
export function KindList({ kinds }: { kinds: readonly KindRow[] }) {
  const t = useTranslations("numbers.kinds");
  const words = useTranslations("numbers");
  const locale = useLocale();
  const order = useAct(orderNumberKinds);
  const archive = useArchive(archiveNumberKind);
  const [edited, setEdited] = useState<KindRow | "new">();
  const nameOf = (kind: KindRow) => inLanguage(locale, kind.nameRu, kind.nameEn) ?? "";
  const find = (id: string) => kinds.find(({ kindId }) => kindId === id);

  function put(id: string, archived: boolean) {
    const kind = find(id);
    if (kind)
      archive({ id, version: kind.version }, archived, t(archived ? "archived" : "restored", { name: nameOf(kind) }));
  }

  const items = (of: readonly KindRow[]) =>
    of.map((kind) => ({
      id: kind.kindId,
      archived: kind.archived,
      name: nameOf(kind),
      content: (
        <>
          <span className="min-w-0 flex-[2_1_180px] break-words">
            {nameOf(kind)} {kind.inHeader && <Badge tone="green">{t("header")}</Badge>}
          </span>
          <span className="flex-[1_1_170px] text-ink-3 text-xs">
            {words(`topic.${kind.topic}`)} · {words(`unit.${kind.unit}`)} ·{" "}
            {t("halfLifeShort", { days: kind.halfLifeDays })}
          </span>
          <span className="num flex-[1_1_150px] text-ink-3 text-xs">{t("usedBy", { count: kind.clients })}</span>
        </>
      ),
    }));
  const living = kinds.filter(({ archived }) => !archived);
  const archived = kinds.filter((kind) => kind.archived);
  const listProps = {
    words: {
      actions: (name: string) => t("actions", { name }),
      change: t("change"),
      up: t("up"),
      down: t("down"),
      archive: t("archive"),
      restore: t("restore"),
    },
    onOrder: (ids: string[]) => order.run({ ids }),
    onChange: (id: string) => setEdited(find(id)),
    onArchive: put,
  };
  const add = (
    <Button onClick={() => setEdited("new")}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  return (
    <div className="flex max-w-3xl flex-col gap-3">
      {living.length > 0 ? (
        <>
          <div className="self-start">{add}</div>
          <OrderedList items={items(living)} {...listProps} />
        </>
      ) : (
        <EmptyState title={t("empty")} action={add}>
          {t("emptyText")}
        </EmptyState>
      )}
      {archived.length > 0 && (
        <Archived title={t("archivedTitle", { count: String(archived.length) })}>
          <OrderedList items={items(archived)} {...listProps} />
        </Archived>
      )}
      {edited && <KindSheet kind={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
