import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Act, CompanyProvider } from "@/components/ui/act";
import { BottomBar } from "./bottom-bar";
import type { Command } from "./commands";
import { CompanySwitch, type Membership } from "./company-switch";
import type { NavGroup } from "./nav-items";
import { NavList } from "./nav-list";
import type { Hit } from "./palette";
import { PaletteButton } from "./palette-button";
import { PersonMenu, type PersonMenuProps } from "./person-menu";
import { ShellKeys } from "./shell-keys";

export type AppShellProps = PersonMenuProps & {
  /** The company this page is rendered for. */
  company: string;
  memberships: Membership[];
  /** Takes `{ company }`. */
  switchCompany: Act<unknown>;
  nav: NavGroup[];
  /** Commands that go somewhere; those that do something are added by `useCommands` where they can be done. */
  commands?: Command[];
  /** Takes `{ query }`. */
  search?: Act<Hit[]>;
  children: ReactNode;
};

/** The frame of every signed-in page: navigation at the left (at the foot of a phone), the page at the right. */
export async function AppShell(props: AppShellProps) {
  const t = await getTranslations("shell");
  const { person, sessionsHref, signOut, saveLocale } = props;
  const here = props.memberships.find(({ company: id }) => id === props.company);
  const company = (
    <CompanySwitch current={props.company} memberships={props.memberships} switchCompany={props.switchCompany} />
  );
  const me = <PersonMenu person={person} sessionsHref={sessionsHref} signOut={signOut} saveLocale={saveLocale} />;
  return (
    <CompanyProvider company={props.company}>
      <a
        href="#main"
        data-print="none"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-green px-3 py-1.5 font-medium text-sheet focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <p className="hidden justify-between border-line border-b pb-1 print:flex">
        <span className="font-semibold">{here?.name}</span>
        <span>{t("printedFor", { name: person.name })}</span>
      </p>
      <div className="print:block sm:grid sm:grid-cols-[var(--nav)_minmax(0,1fr)]">
        <header
          data-print="none"
          className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-line border-r px-2.5 py-3.5 max-sm:hidden"
        >
          <div className="mb-2.5">{company}</div>
          <nav aria-label={t("navigation")}>
            <NavList groups={props.nav} />
          </nav>
          <div className="mt-auto flex flex-col gap-0.5 pt-4">
            <PaletteButton />
            {me}
          </div>
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 max-sm:pb-14">
          {props.children}
        </main>
      </div>
      <BottomBar groups={props.nav}>
        {company}
        {me}
      </BottomBar>
      <ShellKeys nav={props.nav} commands={props.commands ?? []} search={props.search} />
    </CompanyProvider>
  );
}
