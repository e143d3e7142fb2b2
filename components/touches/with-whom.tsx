"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Combobox } from "@/components/ui/combobox";
import { FieldSet } from "@/components/ui/field";
import type { TouchClient } from "@/lib/features/touches/queries/touch-form";
import type { TouchDraft } from "./touch-values";

/** So many stand in sight, the key people first; the others are found by typing. */
const IN_SIGHT = 8;

type Props = {
  client: TouchClient;
  value: TouchDraft;
  change: (part: Partial<TouchDraft>) => void;
  error?: string;
};

export function WithWhom({ client, value, change, error }: Props) {
  const t = useTranslations("touches.form");
  const chosen = new Set(value.contactIds);
  const sight = client.people.filter(({ id }, at) => at < IN_SIGHT || chosen.has(id));
  const others = client.people.filter((person) => !sight.includes(person));
  const toggle = (id: string) =>
    change({ contactIds: chosen.has(id) ? value.contactIds.filter((one) => one !== id) : [...value.contactIds, id] });
  return (
    <FieldSet legend={t("with")} error={error}>
      {client.people.length === 0 ? (
        <p className="text-ink-3 text-xs">{t("withNobody")}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-1.5">
          {sight.map((person) => (
            <Chip
              key={person.id}
              active={chosen.has(person.id)}
              title={person.jobTitle ?? undefined}
              onClick={() => toggle(person.id)}
            >
              <span className="truncate">{person.name}</span>
            </Chip>
          ))}
          {others.length > 0 && (
            <Combobox
              className="max-w-44"
              label={t("withMore")}
              placeholder={t("withMore")}
              value={null}
              options={others.map(({ id, name, jobTitle }) => ({
                value: id,
                label: name,
                hint: jobTitle ?? undefined,
              }))}
              onValueChange={(option) => option && toggle(option.value)}
            />
          )}
        </div>
      )}
    </FieldSet>
  );
}
