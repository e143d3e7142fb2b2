import {
  BookUser,
  Building2,
  CalendarDays,
  ChartLine,
  FileInput,
  Gauge,
  Handshake,
  Inbox,
  type LucideIcon,
  Mail,
  Network,
  Package,
  Rows3,
  ScrollText,
  Shuffle,
  Sun,
  Table2,
  Target,
  Users,
  Wallet,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { LogTouch } from "@/components/touches/log-touch";
import type { Role } from "@/lib/domain/roles";
import { saveLocale, signOut, switchCompany } from "@/lib/features/account/actions";
import { searchEverything } from "@/lib/features/clients/actions";
import type { Place } from "@/lib/features/shell/navigation";
import { loadShell } from "@/lib/features/shell/queries";

const icons: Record<Place["label"], LucideIcon> = {
  today: Sun,
  book: BookUser,
  progress: ChartLine,
  plans: Table2,
  assignments: Shuffle,
  partners: Handshake,
  targets: Target,
  pay: Wallet,
  people: Users,
  teams: Network,
  imports: FileInput,
  dictionaries: Rows3,
  products: Package,
  measures: Gauge,
  company: Building2,
  calendar: CalendarDays,
  notices: Inbox,
  outbox: Mail,
  audit: ScrollText,
};

export default async function CrmLayout({ children }: { children: ReactNode }) {
  const shell = await loadShell();
  const t = await getTranslations("navigation");
  const words = await getTranslations("words");
  const touches = await getTranslations("touches");
  const ui = await getTranslations("ui");
  const roleWords = (roles: readonly Role[]) => roles.map((role) => words(`role.${role}`)).join(", ");
  const nav = (["work", "house", "records"] as const).map((id) => ({
    id,
    items: shell.places
      .filter((place) => place.group === id)
      .map(({ href, records, label, value, due, goKey }) => {
        const Icon = icons[label];
        const tone = due ? ("due" as const) : undefined;
        return { href, records, label: t(label), count: value, tone, goKey, icon: <Icon aria-hidden size={18} /> };
      }),
  }));
  return (
    <AppShell
      company={shell.company}
      memberships={shell.companies.map(({ id, name, roles }) => ({ company: id, name, role: roleWords(roles) }))}
      switchCompany={switchCompany}
      person={{ name: shell.member, role: roleWords(shell.roles), email: shell.email }}
      sessionsHref="/account"
      signOut={signOut}
      saveLocale={saveLocale}
      search={searchEverything}
      nav={nav.filter(({ items }) => items.length > 0)}
      commands={[{ id: "account", label: t("account"), href: "/account" }]}
    >
      {children}
      {shell.mayLog && <LogTouch label={touches("log")} undo={ui("undo")} keywords={touches("keywords").split(" ")} />}
    </AppShell>
  );
}
