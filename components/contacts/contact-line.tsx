"use client";

import { Archive, Pencil, Star } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LocalTime } from "@/components/clients/local-time";
import { MergeContact } from "@/components/merges/merge-contact";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { archiveContact } from "@/lib/features/contacts/actions";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { longDay } from "@/lib/i18n/format";
import { ChannelLink } from "./channel-link";
import { Friendship, FriendshipButton, type Me } from "./friendship";

type Props = {
  clientId: string;
  contact: ContactRow;
  /** Everybody at this client. */
  people: readonly ContactRow[];
  me: Me;
  /** Steps below the head of the chart. */
  depth: number;
  clientZone: string | null;
  now: string;
  mayEdit: boolean;
  onEdit: () => void;
};

export function ContactLine({ clientId, contact, people, me, depth, clientZone, now, mayEdit, onEdit }: Props) {
  const t = useTranslations("contacts");
  const words = useTranslations("words");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const archive = useAct(archiveContact);
  const { zone } = contact;

  async function remove() {
    const result = await archive.run({ id: contact.id, clientId, archived: true });
    if (!result.ok) return;
    toast.undo(t("archiveDone", { name: contact.name }), ui("undo"), () =>
      archive.run({ id: contact.id, clientId, archived: false }),
    );
  }

  return (
    <li
      id={contact.id}
      className="flex scroll-mt-4 flex-wrap items-start gap-x-4 gap-y-1 border-hair border-b px-3.5 py-2.5 last:border-b-0 target:bg-[var(--hover)]"
      style={{ paddingLeft: 14 + Math.min(depth, 6) * 20 }}
    >
      <div className="min-w-0 flex-[2_1_240px]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {contact.isKey && (
            <Star role="img" aria-label={t("key")} size={14} className="text-green" fill="currentColor" />
          )}
          <span className="font-medium">{contact.name}</span>
          {contact.role !== "other" && (
            <Badge tone={contact.role === "decides" ? "green" : "neutral"}>
              {words(`contactRole.${contact.role}`)}
            </Badge>
          )}
          {contact.level && <Badge>{words(`contactLevel.${contact.level}`)}</Badge>}
        </p>
        <p className="text-ink-2">
          {contact.jobTitle}
          {contact.birthday && (
            <span className="text-ink-3">
              {contact.jobTitle && " · "}
              {t("birthday", { day: longDay(contact.birthday, locale) })}
            </span>
          )}
          {zone && zone !== clientZone && (
            <span className="text-ink-3">
              {" · "}
              {t.rich("theirTime", { time: () => <LocalTime zone={zone} now={now} /> })}
            </span>
          )}
        </p>
        {contact.isKey && contact.cadenceDays !== null && (
          <p className="text-ink-3">{t("cadence", { days: contact.cadenceDays })}</p>
        )}
        {contact.note && <p className="mt-0.5 max-w-[70ch] whitespace-pre-line text-ink-3">{contact.note}</p>}
        <Friendship contact={contact} />
      </div>
      <ul className="flex min-w-0 flex-[1_1_200px] flex-col gap-0.5">
        {contact.channels.map((channel) => (
          <li key={`${channel.kind} ${channel.value}`} className="min-w-0 break-words">
            <ChannelLink channel={channel} />
            {channel.preferred && contact.channels.length > 1 && (
              <span className="ml-1.5 inline-block text-ink-3 text-xs">{t("preferred")}</span>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div data-print="none" className="flex gap-0.5">
          <FriendshipButton clientId={clientId} contact={contact} me={me} />
          <Button variant="ghost" size="icon-sm" aria-label={t("edit", { name: contact.name })} onClick={onEdit}>
            <Pencil aria-hidden size={14} />
          </Button>
          <MergeContact clientId={clientId} contact={contact} people={people} />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`${t("archive")}: ${contact.name}`}
            title={t("archive")}
            pending={archive.pending}
            onClick={remove}
          >
            <Archive aria-hidden size={14} />
          </Button>
        </div>
      )}
    </li>
  );
}
