import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { listRecent, listUpcoming, type RecentOrder, type Upcoming } from "./queries/changes";
import { type HeldClient, type HolderPage, listHeld } from "./queries/holder";
import {
  type EndingDeputy,
  type HolderRow,
  listEndingDeputies,
  listHolders,
  listUnowned,
  type Unowned,
} from "./queries/overview";
import type { HolderFilter } from "./schema";

export type { EndingDeputy, HeldClient, HolderPage, HolderRow, RecentOrder, Upcoming };

/** How many days ahead the end of a deputy's time is shown. */
const DEPUTIES_AHEAD = 14;
const RECENT = 20;
/** As many clients without an owner as can be given away from the overview at once. */
const UNOWNED = 200;

export type AssignmentsPage = {
  today: string;
  reach: Scope["reach"];
  zone: string;
  holders: HolderRow[];
  unowned: Unowned;
  ending: EndingDeputy[];
  /** `undo`: the order of the caller's that would take it back. */
  upcoming: (Upcoming & { undo: string | null })[];
  recent: RecentOrder[];
};

export const loadAssignments = query(
  "assignment:edit",
  async function loadAssignments(scope): Promise<AssignmentsPage> {
    const recent = await listRecent(scope, RECENT);
    const undoable = new Map(
      recent.filter((one) => one.undoable).flatMap((one) => one.rows.map((row) => [row, one.id])),
    );
    const upcoming = await listUpcoming(scope);
    return {
      today: scope.today,
      reach: scope.reach,
      zone: scope.zone,
      holders: await listHolders(scope),
      unowned: scope.reach === "all" ? await listUnowned(scope, UNOWNED) : { clients: [], total: 0, contracts: 0 },
      ending: await listEndingDeputies(scope, DEPUTIES_AHEAD),
      upcoming: upcoming.map((one) => ({ ...one, undo: undoable.get(one.rows[0] ?? "") ?? null })),
      recent,
    };
  },
);

/** The clients of one member; of nobody with null. */
export const loadHolder = query(
  "assignment:edit",
  async function loadHolder(
    scope,
    holder: string | null,
    filter: HolderFilter,
  ): Promise<HolderPage & { today: string }> {
    return { ...(await listHeld(scope, holder, filter)), today: scope.today };
  },
);
