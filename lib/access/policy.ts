import { type Role, roles } from "@/lib/domain/roles";

// Who may do what: role × ability. Whose rows they may do it to is the database's part (prisma/migrations/*_cellar).
const everyone: readonly Role[] = roles;
const working: readonly Role[] = ["admin", "director", "lead", "kam", "specialist"];
const bookKeepers: readonly Role[] = ["admin", "director", "lead", "kam"];

/** Row policies name these abilities too: a door with another ability cannot write the table, whatever its code says. */
const grants = {
  "shell:read": everyone,
  "client:read": everyone,
  "client:edit": bookKeepers,
  "client:create": bookKeepers,
  "client:archive": ["admin"],
  /** Two cards of one company into one: touches credit and other people's books. */
  "client:merge": ["admin"],
  /** Talks, notes and promises: whoever works with a client. */
  "touch:edit": working,
  "assignment:edit": ["admin", "director", "lead"],
  /** Partner organisations are everybody's: whoever works with clients keeps them. */
  "partner:edit": working,
  /** The figure of a book, a team or the company, and how it is split; whose, the row policies say. */
  "plan:edit": bookKeepers,
  /** Puts a plan in force. */
  "plan:approve": ["director", "lead"],
  /** What is measured, by which formula: whoever has a target may look it up. */
  "measure:read": everyone,
  "measure:edit": ["admin", "director"],
  /** Targets of people, teams and clients. */
  "target:edit": ["director", "lead"],
  /** Values of measures that nobody can compute, with evidence: of oneself, of one's people and teams, of clients in reach. */
  "value:enter": ["director", "lead", "kam", "specialist"],
  /** The own slip, a lead's people's, everybody's for director and auditor: whose, the row policies say. An admin alone has none. */
  "pay:read": ["director", "lead", "kam", "specialist", "auditor"],
  /** Pay plans and whose they are. */
  "pay:edit": ["director"],
  /** Stands for the sum of a slip. */
  "pay:approve": ["director", "lead"],
  /** Makes slips final. */
  "pay:close": ["director"],
  "people:read": everyone,
  /** The admin's view of people: invitations and rights. */
  "people:manage": ["admin"],
  "people:edit": ["admin"],
  "dictionary:edit": ["admin"],
  "company:edit": ["admin"],
  "audit:read": ["admin", "auditor"],
  "outbox:read": ["admin"],
  /** Lets a held or failed mail go; its text stays what it is. */
  "outbox:edit": ["admin"],
  "notice:read": ["admin"],
  "notice:edit": ["admin"],
  /** Whole files of clients, people and sales: whoever runs one must see the whole company. */
  "import:run": ["admin", "director"],
  "profile:edit": working,
  "view:edit": working,
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof grants;
/** What only the clock may do, for the whole company: never granted to a person. */
export type SystemAbility = "outbox:send" | "import:close" | "stage:keep" | "plan:keep";

export const abilities = Object.keys(grants) as Ability[];

/** Abilities are the union over a member's roles. */
export function can(memberRoles: readonly string[], ability: Ability): boolean {
  const allowed: readonly string[] = grants[ability];
  return memberRoles.some((role) => allowed.includes(role));
}

/** An auditor without another role reads everything and writes nothing, not even an own saved view. */
export function readsOnly(memberRoles: readonly string[]): boolean {
  return memberRoles.every((role) => role === "auditor");
}
