"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { NumberRow } from "@/lib/features/numbers/queries";
import { NumberLine } from "./number-line";

const NumberSheet = dynamic(() => import("./number-sheet"), { ssr: false });

export type NumberPerson = { id: string; name: string };
type Props = {
  clientId: string;
  numbers: readonly NumberRow[];
  /** Who of theirs can have said a number. */
  people: readonly NumberPerson[];
  currency: string;
  today: string;
  mayEdit: boolean;
};

/** All that is known in figures, by topic, with its age, source and history; then what nobody knows yet. */
export function KeyNumbers(props: Props) {
  const { numbers, mayEdit } = props;
  const t = useTranslations("numbers");
  const [edited, setEdited] = useState<NumberRow>();
  const known = numbers.filter(({ latest }) => latest !== null);
  const unknown = numbers.filter(({ latest }) => latest === null);
  const topics = [...new Set(known.map(({ topic }) => topic))];
  return (
    <Section
      title={t("title")}
      flush
      action={<TableExport table="client-numbers" also={{ client: props.clientId }} label={t("title")} />}
    >
      {known.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      {topics.map((topic) => (
        <div key={topic}>
          <h3 className="border-hair border-b bg-paper px-3.5 py-1 text-2xs text-ink-3">{t(`topic.${topic}`)}</h3>
          <ul>
            {known
              .filter((number) => number.topic === topic)
              .map((number) => (
                <NumberLine
                  key={number.kindId}
                  clientId={props.clientId}
                  number={number}
                  mayEdit={mayEdit}
                  onEdit={() => setEdited(number)}
                />
              ))}
          </ul>
        </div>
      ))}
      {unknown.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5 px-3.5 py-2.5">
          <span className="text-ink-3 text-xs">{t("missingList")}:</span>
          {unknown.map((number) =>
            mayEdit ? (
              <Button
                key={number.kindId}
                variant="outline"
                size="sm"
                aria-label={t("add", { name: number.name })}
                onClick={() => setEdited(number)}
              >
                <Plus aria-hidden size={13} />
                {number.name}
              </Button>
            ) : (
              <span key={number.kindId} className="text-ink-3 text-xs">
                {number.name}
              </span>
            ),
          )}
        </div>
      )}
      {edited && <NumberSheet {...props} number={edited} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}
