import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { MoreMessages } from "@/components/ui/more-messages";
import { clientMessages } from "@/lib/i18n/client-messages";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <MoreMessages messages={clientMessages(await getLocale(), ["signUp", "company"])}>{children}</MoreMessages>;
}
