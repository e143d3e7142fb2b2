// What a door can be asked about. The doors test fills these four times: own, otherBook, otherTenant, random.

/** of a client's book · of the whole company · of one person alone · a secret that its holder may use. */
export type IdKind = "book" | "company" | "person" | "link";

/**
 * Every name that a probe may put into an input, and whose it is. A feature with a new table adds its ids here, fills them in
 * world/own-ids.ts and adds the table's rows to world/rows.ts.
 */
export const idKinds = {
  /** A client of the caller's book with everything below; its version is 1, as of every row in this world. */
  client: "book",
  /** A second client of the same book, with nothing but an owner. */
  client2: "book",
  /** A third one, archived, which stands under `client` in a group. */
  archivedClient: "book",
  contact: "book",
  /** Another contact of the same client. */
  contact2: "book",
  channel: "book",
  /** Signed. */
  contract: "book",
  draftContract: "book",
  /** A value of `numberKind` at `client`. */
  keyNumber: "book",
  /** An answer to `question` at `client`. */
  answer: "book",
  need: "book",
  clientAddress: "book",
  tie: "book",
  /** Shared by its author, the owner. */
  contactFact: "book",
  clientPartner: "book",
  sale: "book",
  /** A call with `contact`, today, by the owner; a promise of ours from it, still open. */
  touch: "book",
  promise: "book",
  /** A call that was thrown away. */
  binnedTouch: "book",
  /** A deputy's running assignment on `client`: can be ended. */
  assignment: "book",
  /** The primary owner's assignment on `client`. */
  ownerAssignment: "book",
  /** The life stage of `client`, set by hand. */
  stage: "book",
  /** The owner's plan of 2026 with an approved version (1) and a draft (2) of one cell each, for `client`. */
  plan: "book",
  planVersion: "book",
  planDraft: "book",
  /** The plan of 2025, a version of figures without clients, submitted. */
  oldPlan: "book",
  planSubmitted: "book",
  /** Targets of the revenue: the owner's and `client`'s, for March 2026. */
  memberFigure: "book",
  clientFigure: "book",
  /** The owner's, since 2026-01-01, of `payPlan`; the approved slip of February 2026. */
  payAssignment: "book",
  slip: "book",
  /** The closed one of January. */
  closedSlip: "book",
  /** An approved one of December that has got its lines already: as it is while it is being closed. */
  partSlip: "book",
  /** A merge of `archivedClient` into `client`; one of a former colleague into `contact`. */
  clientMerge: "book",
  contactMerge: "book",
  mergedContact: "book",
  /** A word that stands only in names of this book (the client's, its contacts'). */
  word: "book",
  code: "book",
  /** A valid INN of an entrepreneur, the one of `client`. */
  inn: "book",
  /** A phone number, the value of `channel`. */
  phone: "book",

  /** The company itself; of "otherTenant" one in which nobody of ours works. */
  company: "company",
  /** A colleague (KAM) without clients, who can be given some, or leave. */
  member: "company",
  team: "company",
  /** A team under no other and with no one below, for links. */
  looseTeam: "company",
  /** The team above `team`. */
  division: "company",
  teamLink: "company",
  teamMember: "company",
  industry: "company",
  region: "company",
  tag: "company",
  /** A tag that hangs on no client. */
  unusedTag: "company",
  invitation: "company",
  mail: "company",
  notice: "company",
  numberKind: "company",
  /** Another kind, of which nobody has a value yet. */
  unusedNumberKind: "company",
  question: "company",
  partner: "company",
  /** A partner that works for nobody yet, with its person. */
  unusedPartner: "company",
  partnerPerson: "company",
  unusedPartnerPerson: "company",
  /** Another measure of the company, entered by hand, and `team`'s target for it in March 2026. */
  measure: "company",
  teamFigure: "company",
  /** A plan with an active version (from 2025-01-01) and a draft. */
  payPlan: "company",
  payVersion: "company",
  payDraft: "company",
  productGroup: "company",
  /** Another group, of no product. */
  unusedProductGroup: "company",
  product: "company",
  rate: "company",
  /** A calendar of the company that is not the one in use, and a day that it marks. */
  calendar: "company",
  calendarDay: "company",
  /** An uploaded file that no import has taken yet. */
  storedFile: "company",
  /** An import whose columns are not chosen, one that was checked (its row 3 has a fault), and one that was done. */
  importNew: "company",
  importChecked: "company",
  importDone: "company",

  savedView: "person",
  /** Another session of the caller. */
  session: "person",
  /** A transfer that its maker can still undo (there is one for admin, director and lead). */
  transfer: "person",

  inviteToken: "link",
  resetToken: "link",
} as const satisfies Record<string, IdKind>;

export type IdName = keyof typeof idKinds;
export type Ids = Readonly<Record<IdName, string>>;
