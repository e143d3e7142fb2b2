"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import type { NeedRow } from "@/lib/features/needs/queries";
import { NeedLine } from "./need-line";

const NeedSheet = dynamic(() => import("./need-sheet"), { ssr: false });

export type NeedPerson = { id: string; name: string };
type Props = {
  clientId: string;
  needs: readonly NeedRow[];
  people: readonly NeedPerson[];
  today: string;
  mayEdit: boolean;
};

/** What the client needs and what hurts, who said so, and what we offer for it (R27). */
export function NeedList(props: Props) {
  const { clientId, needs, mayEdit } = props;
  const t = useTranslations("needs");
  const [shown, setShown] = useState<"live" | "all">("live");
  const [edited, setEdited] = useState<NeedRow | "new">();
  const live = needs.filter(({ closedOn }) => closedOn === null);
  const listed = shown === "live" ? live : needs;
  const add = mayEdit && (
    <Button variant={needs.length > 0 ? "outline" : "default"} size="sm" onClick={() => setEdited("new")}>
      <Plus aria-hidden size={14} />
      {t("add")}
    </Button>
  );
  return (
    <Section
      title={t("title")}
      flush
      action={
        needs.length > 0 && (
          <>
            <TableExport table="client-needs" also={{ client: clientId }} label={t("title")} />
            {add}
          </>
        )
      }
    >
      {needs.length === 0 ? (
        <EmptyState title={t("none")} action={add}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <>
          <div className="border-hair border-b px-3.5 py-1.5">
            <Segmented
              label={t("filter.label")}
              value={shown}
              onChange={setShown}
              options={[
                { value: "live", label: `${t("filter.live")} · ${live.length}` },
                { value: "all", label: `${t("filter.all")} · ${needs.length}` },
              ]}
            />
          </div>
          <ul>
            {listed.length === 0 && <li className="px-3.5 py-2 text-ink-3">{t("noneOpen")}</li>}
            {listed.map((need) => (
              <NeedLine
                key={need.id}
                clientId={clientId}
                need={need}
                mayEdit={mayEdit}
                onEdit={() => setEdited(need)}
              />
            ))}
          </ul>
        </>
      )}
      {edited && (
        <NeedSheet {...props} need={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </Section>
  );
}
