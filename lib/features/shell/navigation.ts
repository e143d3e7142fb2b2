import type { Ability } from "@/lib/access/policy";
import type { ShellCounts } from "./queries";

/**
 * The screens of the navigation, in order: a new screen joins by one line here and one word in messages/<language>/navigation. Groups stand
 * apart by a gap. `due`: the figure waits for this person.
 */
export type Place = {
  href: string;
  label:
    | "today"
    | "book"
    | "progress"
    | "assignments"
    | "partners"
    | "plans"
    | "targets"
    | "pay"
    | "people"
    | "teams"
    | "imports"
    | "dictionaries"
    | "products"
    | "measures"
    | "company"
    | "calendar"
    | "notices"
    | "outbox"
    | "audit";
  ability: Ability;
  group: "work" | "house" | "records";
  count?: keyof ShellCounts;
  due?: boolean;
  /** Where its records live, when not below it. */
  records?: string;
  /** The letter of the key that goes there after G. */
  goKey?: string;
};

export const places: readonly Place[] = [
  { href: "/today", label: "today", ability: "client:read", group: "work", goKey: "Y" },
  {
    href: "/book",
    records: "/clients",
    label: "book",
    ability: "client:read",
    group: "work",
    count: "book",
    goKey: "B",
  },
  { href: "/progress", label: "progress", ability: "client:read", group: "work", goKey: "R" },
  { href: "/plans", label: "plans", ability: "client:read", group: "work", goKey: "F" },
  { href: "/targets", label: "targets", ability: "client:read", group: "work", goKey: "E" },
  { href: "/pay", label: "pay", ability: "pay:read", group: "work", goKey: "M" },
  { href: "/partners", label: "partners", ability: "client:read", group: "work" },
  {
    href: "/admin/assignments",
    label: "assignments",
    ability: "assignment:edit",
    group: "work",
    count: "unowned",
    due: true,
    goKey: "A",
  },
  { href: "/admin/people", label: "people", ability: "people:manage", group: "house", goKey: "P" },
  { href: "/admin/teams", label: "teams", ability: "people:manage", group: "house", goKey: "T" },
  { href: "/admin/imports", label: "imports", ability: "import:run", group: "house", goKey: "I" },
  { href: "/admin/dictionaries", label: "dictionaries", ability: "dictionary:edit", group: "house", goKey: "D" },
  { href: "/admin/products", label: "products", ability: "dictionary:edit", group: "house" },
  { href: "/admin/measures", label: "measures", ability: "measure:edit", group: "house" },
  { href: "/admin/company", label: "company", ability: "company:edit", group: "house" },
  { href: "/admin/calendar", label: "calendar", ability: "company:edit", group: "house" },
  {
    href: "/admin/notices",
    label: "notices",
    ability: "notice:read",
    group: "records",
    count: "notices",
    due: true,
    goKey: "N",
  },
  {
    href: "/admin/outbox",
    label: "outbox",
    ability: "outbox:read",
    group: "records",
    count: "failedMails",
    due: true,
    goKey: "O",
  },
  { href: "/admin/audit", label: "audit", ability: "audit:read", group: "records", goKey: "L" },
];
