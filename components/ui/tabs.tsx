"use client";

import { usePathname } from "next/navigation";
import { cn } from "./cn";
import { Link } from "./link";

export type TabItem = { href: string; label: string; count?: number };

const pathOf = ({ href }: TabItem) => href.split("?")[0] ?? href;

/** Tabs that are addresses. The longest one whose path begins the current path is the open one. */
export function LinkTabs({ items, label }: { items: TabItem[]; label: string }) {
  const path = usePathname();
  const open = items
    .filter((item) => path === pathOf(item) || path.startsWith(`${pathOf(item)}/`))
    .sort((a, b) => pathOf(b).length - pathOf(a).length)[0]?.href;
  return (
    <nav aria-label={label} data-print="none" className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-4.5 border-line border-b">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.href === open ? "page" : undefined}
              className={cn(
                "-mb-px inline-flex h-8.5 items-center gap-1.5 border-transparent border-b-2 text-ink-2 hover:text-ink",
                item.href === open && "border-green font-medium text-ink",
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="font-normal text-ink-3">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
