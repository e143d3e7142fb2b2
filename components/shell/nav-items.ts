import type { ReactNode } from "react";

export type NavItem = {
  href: string;
  /** Where records of this screen live, when not below it: "/clients" is the book's. */
  records?: string;
  label: string;
  count?: number;
  /** `due`: the figure waits for this person, so it is red. */
  tone?: "plain" | "due";
  /** The letter of the key that goes here after G, as printed on a Latin keyboard: "B". */
  goKey?: string;
  /** Only for the bar at the foot of a phone. */
  icon?: ReactNode;
};

/** Groups stand apart by a gap; the first four items of all make the bar at the foot of a phone. */
export type NavGroup = { id: string; items: NavItem[] };

/** The item whose address, or that of its records, begins the path; the longest one wins. */
export function currentItem(groups: readonly NavGroup[], path: string): NavItem | undefined {
  return groups
    .flatMap((group) => group.items)
    .filter((item) =>
      [item.href, item.records].some((start) => start && (path === start || path.startsWith(`${start}/`))),
    )
    .sort((a, b) => b.href.length - a.href.length)[0];
}
