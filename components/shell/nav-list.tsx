"use client";

import { usePathname } from "next/navigation";
import { useLocale } from "next-intl";
import { Fragment } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { number } from "@/lib/i18n/format";
import { currentItem, type NavGroup } from "./nav-items";

/** The list of screens with their counters. */
export function NavList({ groups, onGo }: { groups: readonly NavGroup[]; onGo?: () => void }) {
  const locale = useLocale();
  const open = currentItem(groups, usePathname());
  return groups.map((group, at) => (
    <Fragment key={group.id}>
      <ul className={cn("flex flex-col gap-px", at > 0 && "mt-3.5")}>
        {group.items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              onClick={onGo}
              aria-current={item === open ? "page" : undefined}
              className={cn(
                "flex min-h-7.5 items-center justify-between gap-2 rounded-md px-2 text-ink-2 hover:bg-hair hover:text-ink max-sm:min-h-10",
                item === open && "bg-green-soft font-medium text-ink hover:bg-green-soft",
              )}
            >
              <span className="truncate">{item.label}</span>
              {item.count !== undefined && item.count > 0 && (
                <span className={cn("font-medium", item.tone === "due" ? "text-red" : "font-normal text-ink-3")}>
                  {number(item.count, locale)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Fragment>
  ));
}
