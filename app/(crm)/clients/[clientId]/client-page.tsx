import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TransferButton } from "@/components/assignments/transfer-button";
import { ClientFrame } from "@/components/clients/client-frame";
import type { ClientTab } from "@/components/clients/client-tabs";
import { LogTouchButton } from "@/components/touches/log-touch-button";
import { MoreMessages } from "@/components/ui/more-messages";
import type { ClientView } from "@/lib/features/clients/queries";
import { clientMessages } from "@/lib/i18n/client-messages";
import type { Namespace } from "@/lib/i18n/messages";

/** A tab's title; the client's name joins it in the browser, because only the page's own door reads the client. */
export async function tabTitle(tab: ClientTab): Promise<Metadata> {
  const t = await getTranslations("clients.tabs");
  return { title: t(tab) };
}

type Props = {
  client: ClientView;
  /** Messages that this tab's own parts need in the browser. */
  words?: readonly Namespace[];
  children: ReactNode;
};

/** The frame of every tab, with what other features can do to this client. */
export async function ClientPage({ client, words = [], children }: Props) {
  const t = await getTranslations("clients");
  const touches = await getTranslations("touches");
  const locale = await getLocale();
  const transfer = client.may.assign && (
    <TransferButton clients={[{ id: client.id, name: client.name }]}>{t("assign")}</TransferButton>
  );
  return (
    <MoreMessages
      messages={clientMessages(locale, [
        "assignments",
        "clients",
        "contacts",
        "merges",
        "numbers",
        "touches",
        ...words,
      ])}
    >
      <ClientFrame
        client={client}
        actions={
          <>
            {transfer}
            {client.may.log && <LogTouchButton clientId={client.id}>{touches("log")}</LogTouchButton>}
          </>
        }
      >
        {children}
      </ClientFrame>
    </MoreMessages>
  );
}
