import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { listViews, type ViewRow } from "@/lib/features/views/queries";
import { type BookFacets, bookFacets } from "./queries/facets";
import { countFigures } from "./queries/figure-order";
import type { BookFigures, Concentration } from "./queries/figures";
import { type BookGroupRow, type BookRow, type BookState, listBook } from "./queries/listing";
import { type BookPlan, type BookYear, standingOf } from "./queries/plans";
import type { BookTotals } from "./queries/totals";
import type { BookFilter } from "./schema";

export type {
  BookFacets,
  BookFigures,
  BookGroupRow,
  BookPlan,
  BookRow,
  BookState,
  BookTotals,
  BookYear,
  Concentration,
};

export type Book = {
  /** The filter as it was applied, with what it left open filled in. */
  state: BookState;
  rows: BookRow[];
  groups: BookGroupRow[];
  totals: BookTotals;
  facets: BookFacets & ReturnType<typeof countFigures>;
  concentration: Concentration;
  /** How the whole book stands, whatever is filtered. */
  standing: BookPlan;
  /** Whole months [from, to): the last twelve closed ones, and those of the fiscal year. */
  year: { from: string; to: string };
  toDate: { from: string; to: string };
  currency: string;
  /** What nobody here has is not shown: sales, an ending contract, a plan. */
  has: { sales: boolean; contracts: boolean; plans: boolean };
  /** The fiscal year that runs: what plans are told of. */
  planned: BookYear;
  views: ViewRow[];
  reach: Scope["reach"];
  /** The company's day, and the moment of reading (ISO) from which clocks run on. */
  today: string;
  now: string;
  may: { create: boolean; edit: boolean; assign: boolean; keepViews: boolean };
};

/** A KAM's book is one page (R21) by tier, a lead's is by owner, and the whole company's is a plain list. */
const suits = {
  few: { group: "tier", size: 200 },
  many: { group: "owner", size: 100 },
  all: { group: "none", size: 100 },
} as const;

export function bookState(scope: Pick<Scope, "reach">, filter: BookFilter): BookState {
  const { group, size } = suits[scope.reach];
  return { ...filter, group: filter.group ?? group, size: filter.size ?? size, page: filter.page ?? 1 };
}

export const loadBook = query("client:read", async function loadBook(scope, filter: BookFilter): Promise<Book> {
  const asked = bookState(scope, filter);
  const { basis, ...listing } = await listBook(scope, asked);
  const pages = Math.max(1, Math.ceil(listing.totals.clients / asked.size));
  return {
    ...listing,
    state: { ...asked, page: Math.min(asked.page, pages) },
    facets: { ...(await bookFacets(scope)), ...countFigures(basis.figures) },
    concentration: basis.concentration,
    standing: standingOf(basis.figures.values()),
    year: basis.year,
    toDate: basis.toDate,
    currency: scope.company.currency,
    has: { sales: basis.hasSales, contracts: basis.hasContracts, plans: basis.hasPlans },
    planned: basis.planned,
    views: await listViews(scope, "/book"),
    reach: scope.reach,
    today: scope.today,
    now: scope.now.toISOString(),
    may: {
      create: scope.can("client:create"),
      edit: scope.can("client:edit"),
      assign: scope.can("assignment:edit"),
      keepViews: scope.can("view:edit"),
    },
  };
});
