"use client";

import { HeartHandshake, Lock } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { factKinds, strengthName } from "./relation-words";

const FriendshipSheet = dynamic(() => import("./friendship-sheet"), { ssr: false });

export type Me = { id: string; name: string };
type Props = { clientId: string; contact: ContactRow; me: Me };

/** Who of ours knows a person and how well, and what one talks about with them (R87, R88). */
export function Friendship({ contact }: Pick<Props, "contact">) {
  const t = useTranslations("relations");
  const groups = factKinds
    .map((kind) => ({ kind, facts: contact.facts.filter((fact) => fact.kind === kind) }))
    .filter(({ facts }) => facts.length > 0);
  return (
    <div className="mt-0.5 grid gap-0.5 text-xs">
      {contact.ties.length > 0 ? (
        <p className="text-ink-3">
          {t("knownBy")}:{" "}
          {contact.ties
            .map(({ name, strength }) => t("strengthMark", { name, strength: t(`strength.${strengthName(strength)}`) }))
            .join("; ")}
        </p>
      ) : (
        <p className="text-ink-3">{t("knownByNobody")}</p>
      )}
      {groups.map(({ kind, facts }) => (
        <p key={kind} className={kind === "avoid" ? "text-amber" : "text-ink-2"}>
          <span className="text-ink-3">{t(`kind.${kind}`)}: </span>
          {facts.map((fact, at) => (
            <span key={fact.id}>
              {at > 0 && "; "}
              <FactText content={fact.content} isLink={kind === "social"} />
              {fact.isPrivate && (
                <span className="text-ink-3">
                  {" "}
                  <Lock aria-hidden size={11} className="inline" />{" "}
                  {fact.mine ? t("private") : t("privateBy", { who: fact.by ?? "" })}
                </span>
              )}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function FactText({ content, isLink }: { content: string; isLink: boolean }) {
  const address = /^https?:\/\//i.test(content) ? content : `https://${content}`;
  if (!isLink || !/^[^\s]+\.[^\s]{2,}$/.test(content)) return <span className="break-words">{content}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener" className="link break-all">
      {content.replace(/^https?:\/\/(www\.)?/i, "")}
    </a>
  );
}

export function FriendshipButton(props: Props) {
  const t = useTranslations("relations");
  const [open, setOpen] = useState(false);
  const label = t("open", { name: props.contact.name });
  return (
    <>
      <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <HeartHandshake aria-hidden size={15} />
      </Button>
      {open && <FriendshipSheet {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
