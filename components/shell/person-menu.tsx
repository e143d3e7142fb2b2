"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/ui/act";
import { Avatar } from "@/components/ui/avatar";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { LocaleSwitch } from "@/components/ui/locale-switch";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { openShortcuts } from "./commands";

export type PersonMenuProps = {
  person: { name: string /** Roles, in words. */; role: string; email?: string };
  sessionsHref: string;
  /** Takes `{}`. */
  signOut: Act<unknown>;
  /** Takes `{ locale }`. */
  saveLocale: Act<unknown>;
};

const row =
  "flex min-h-7.5 w-full items-center justify-between gap-2 rounded-sm px-2 text-left hover:bg-[var(--hover)]";

/** Who I am here, my settings, and the way out. */
export function PersonMenu({ person, sessionsHref, signOut, saveLocale }: PersonMenuProps) {
  const t = useTranslations("shell");
  const ui = useTranslations("ui");
  const { run, pending } = useAct(signOut);
  return (
    <Popover>
      <PopoverTrigger
        aria-label={t("person", { name: person.name })}
        className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hair data-[state=open]:bg-hair"
      >
        <Avatar name={person.name} size={24} />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">{person.name}</span>
          <span title={person.role} className="block truncate text-2xs text-ink-3">
            {person.role}
          </span>
        </span>
      </PopoverTrigger>
      <PopoverContent label={person.name} side="top" className="w-60 p-1.5">
        <div className="px-2 pt-1 pb-2">
          <p className="font-medium">{person.name}</p>
          <p className="break-words text-ink-3 text-xs">{person.email ?? person.role}</p>
        </div>
        <div className="flex min-h-8 items-center justify-between px-2">
          <span className="text-ink-2">{ui("language.title")}</span>
          <LocaleSwitch save={saveLocale} />
        </div>
        <div className="flex min-h-8 items-center justify-between px-2">
          <span className="text-ink-2">{ui("theme.title")}</span>
          <ThemeToggle />
        </div>
        <div className="-mx-1.5 my-1.5 h-px bg-line" />
        <button type="button" className={row} onClick={openShortcuts}>
          {t("shortcuts.open")}
          <Kbd keys="?" />
        </button>
        <Link href={sessionsHref} className={row}>
          {t("sessions")}
        </Link>
        <button
          type="button"
          className={row}
          disabled={pending}
          onClick={async () => {
            const result = await run({});
            if (result.ok) window.location.assign("/");
          }}
        >
          {t("signOut")}
        </button>
      </PopoverContent>
    </Popover>
  );
}
