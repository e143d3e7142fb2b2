"use client";

import { Plus, Star, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { useSearch } from "@/components/ui/use-search";
import { type ChannelKind, channelKinds } from "@/lib/domain/channel";
import { findContactDuplicates } from "@/lib/features/contacts/actions";
import type { ChannelValue } from "./contact-values";

type Props = {
  channels: readonly ChannelValue[];
  /** Which of them were sent, in the order of the errors' numbers. */
  rows: readonly string[];
  errors: Record<string, string>;
  except?: string;
  onChange: (channels: ChannelValue[]) => void;
};

const inputMode = { phone: "tel", email: "email" } as const;

/** The ways to reach a person, one of them preferred; who in reach has the same number or address is said at once. */
export function ChannelFields({ channels, rows, errors, except, onChange }: Props) {
  const t = useTranslations("contacts.form");
  const words = useTranslations("words.channel");
  const change = (key: string, next: Partial<ChannelValue>) =>
    onChange(channels.map((channel) => (channel.key === key ? { ...channel, ...next } : channel)));
  const errorOf = (key: string) => errors[`channels.${rows.indexOf(key)}.value`];
  return (
    <FieldSet legend={t("channels")}>
      {channels.map((channel) => (
        <div key={channel.key} className="flex items-start gap-1.5 pb-1.5">
          <Field label={t("kind")} hideLabel className="w-30 shrink-0">
            <Select
              value={channel.kind}
              options={channelKinds.map((kind) => ({ value: kind, label: words(kind) }))}
              onChange={(event) => change(channel.key, { kind: event.target.value as ChannelKind })}
            />
          </Field>
          <Field label={t("value")} hideLabel error={errorOf(channel.key)} className="flex-1">
            <Input
              value={channel.value}
              maxLength={200}
              autoComplete="off"
              inputMode={channel.kind === "phone" || channel.kind === "email" ? inputMode[channel.kind] : undefined}
              onChange={(event) => change(channel.key, { value: event.target.value })}
            />
          </Field>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("preferred")}
            title={t("preferred")}
            aria-pressed={channel.preferred}
            className={channel.preferred ? "text-green" : undefined}
            onClick={() =>
              onChange(channels.map((one) => ({ ...one, preferred: one === channel && !channel.preferred })))
            }
          >
            <Star aria-hidden size={15} fill={channel.preferred ? "currentColor" : "none"} />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("removeChannel", { value: channel.value || words(channel.kind) })}
            onClick={() => onChange(channels.filter((one) => one !== channel))}
          >
            <X aria-hidden size={15} />
          </Button>
        </div>
      ))}
      {errors.channels && (
        <p role="alert" className="text-red text-xs">
          {errors.channels}
        </p>
      )}
      <SamePeople values={channels.map(({ value }) => value)} except={except} />
      <span>
        <Button
          variant="ghost"
          size="sm"
          onClick={() =>
            onChange([...channels, { key: crypto.randomUUID(), kind: "phone", value: "", preferred: false }])
          }
        >
          <Plus aria-hidden size={14} />
          {t("addChannel")}
        </Button>
      </span>
    </FieldSet>
  );
}

function SamePeople({ values, except }: { values: string[]; except?: string }) {
  const t = useTranslations("contacts.form");
  const { run } = useAct(findContactDuplicates);
  const typed = values.filter((value) => value.trim().length > 5).slice(0, 12);
  const found = useSearch(
    typed.length > 0 ? JSON.stringify(typed) : "",
    async (query) => {
      const result = await run({ values: JSON.parse(query), except });
      return result.ok ? result.value : [];
    },
    1,
  );
  return (
    <div role="status">
      {found.items.length > 0 && (
        <p className="mb-1.5 rounded-md bg-amber-soft px-2.5 py-1.5 text-amber text-xs">
          {t("same")}{" "}
          {found.items.map((person, at) => (
            <span key={person.id}>
              {at > 0 && "; "}
              <Link href={`/clients/${person.clientId}/people#${person.id}`} className="underline">
                {t("sameAt", { name: person.name, client: person.clientName })}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
