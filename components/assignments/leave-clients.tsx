"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";
import type { LeavePreview } from "@/lib/features/assignments/queries/leave";
import { NOBODY } from "./transfer-draft";

/** Who takes which client: a member, nobody, or (missing) not yet decided. */
export type Targets = Readonly<Record<string, Option>>;

type Props = { preview: LeavePreview; targets: Targets; onChange: (targets: Targets) => void };

export function LeaveClients({ preview, targets, onChange }: Props) {
  const t = useTranslations("assignments.leave");
  const order = useTranslations("assignments.order");
  const heading = useId();
  const nobody: Option = { value: NOBODY, label: t("nobody") };
  const people = preview.receivers.map((one) => ({
    value: one.id,
    label: one.name,
    hint: order("personHint", { team: one.team ?? order("noTeam"), count: one.clients }),
  }));
  const options = [...people, nobody];
  const all = (pick: (client: LeavePreview["clients"][number]) => Option | undefined) =>
    onChange(
      Object.fromEntries(
        preview.clients.flatMap((client) => {
          const target = pick(client) ?? targets[client.clientId];
          return target ? [[client.clientId, target]] : [];
        }),
      ),
    );
  const deputyOf = (id: string | null) => people.find(({ value }) => value === id);
  const hasDeputies = preview.clients.some(({ deputyId }) => deputyOf(deputyId));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t("all")} className="w-60 max-w-full">
          <Combobox
            label={t("all")}
            placeholder={t("allPlaceholder")}
            value={null}
            options={options}
            onValueChange={(target) => target && all(() => target)}
          />
        </Field>
        {hasDeputies && (
          <Button variant="outline" onClick={() => all(({ deputyId }) => deputyOf(deputyId))}>
            {t("deputies")}
          </Button>
        )}
        <Button variant="outline" onClick={() => all(({ clientId }) => targets[clientId] ?? nobody)}>
          {t("rest")}
        </Button>
      </div>
      <ul aria-labelledby={heading} className="rounded-lg border border-line">
        {preview.clients.map((client) => (
          <li
            key={client.clientId}
            className="grid grid-cols-1 items-center gap-x-3 gap-y-1 border-hair border-b px-2.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,240px)]"
          >
            <span id={`${heading}-${client.clientId}`} className="min-w-0 break-words">
              {client.name}{" "}
              <span className="text-ink-3 text-xs">{[client.code, client.tier].filter(Boolean).join(" · ")}</span>
            </span>
            <Field label={t("target", { client: client.name })} hideLabel>
              <Combobox
                label={t("target", { client: client.name })}
                placeholder={t("undecided")}
                value={targets[client.clientId] ?? null}
                options={options}
                onValueChange={(target) =>
                  all(({ clientId }) => (clientId === client.clientId ? (target ?? undefined) : undefined))
                }
              />
            </Field>
          </li>
        ))}
      </ul>
    </div>
  );
}
