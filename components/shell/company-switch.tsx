"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/ui/act";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Mark } from "./mark";

export type Membership = { company: string; name: string /** The role there, in words. */; role: string };

/** The company's name; with several memberships, a menu that switches. `switchCompany` takes `{ company }`. */
export function CompanySwitch(props: { current: string; memberships: Membership[]; switchCompany: Act<unknown> }) {
  const t = useTranslations("shell");
  const { run, pending } = useAct(props.switchCompany);
  const here = props.memberships.find((one) => one.company === props.current);
  const name = here?.name ?? "";
  if (props.memberships.length < 2) {
    return (
      <div className="flex min-h-8 items-center gap-2 px-2 font-semibold">
        <Mark />
        <span className="truncate">{name}</span>
      </div>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("company", { name })}
        disabled={pending}
        className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left font-semibold hover:bg-hair data-[state=open]:bg-hair"
      >
        <Mark />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <ChevronsUpDown aria-hidden size={13} className="text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent label={t("switchTo")} className="min-w-56">
        <DropdownMenuLabel>{t("switchTo")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={props.current}
          onValueChange={async (company: string) => {
            if (company === props.current) return;
            const result = await run({ company });
            // The whole document anew: nothing of the other company may stay on the screen.
            if (result.ok) window.location.assign("/");
          }}
        >
          {props.memberships.map((one) => (
            <DropdownMenuRadioItem key={one.company} value={one.company}>
              <span className="min-w-0">
                <span className="block truncate">{one.name}</span>
                <span className="block text-2xs text-ink-3">{one.role}</span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
