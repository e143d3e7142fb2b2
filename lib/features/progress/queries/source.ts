import type { Scope } from "@/lib/access/scope";
import { NONE, type ProgressFilter } from "../schema";

/** Of whose figures: a member's months [from, to) that count. Null: all that row security lets through. */
export type Window = { memberId: string; from: string; to: string };

/** What is looked at, and whose. */
export type Cut = Pick<ProgressFilter, "view" | "member" | "client" | "group" | "source" | "region" | "mode"> & {
  from: string;
  to: string;
  windows: readonly Window[] | null;
};

/** Whom the roll-ups credit where nobody is. */
export const NO_ID = "00000000-0000-0000-0000-000000000000";
const idOf = (value: string | undefined) => (value === NONE ? NO_ID : (value ?? null));

/** A plan says nothing of product groups and sources: there, fact and growth stand alone. */
export const knowsPlan = ({ group, source }: Pick<Cut, "group" | "source">) => !group && !source;

/** The values of $1–$13 in the text below. $4: people all of whose months count, so that nobody asks it of each row; null for everybody. */
export function cutValues(scope: Pick<Scope, "today">, cut: Cut): unknown[] {
  const windows = joined(cut.windows ?? []);
  const whole = windows.filter(({ from, to }) => from <= cut.from && cut.to <= to);
  return [
    ...[cut.from, cut.to, scope.today, cut.windows && whole.map(({ memberId }) => memberId)],
    ...[windows.map((one) => one.memberId), windows.map((one) => one.from), windows.map((one) => one.to)],
    ...[
      idOf(cut.member),
      cut.client ?? null,
      idOf(cut.group),
      cut.source ?? null,
      cut.region ?? null,
      cut.mode ?? null,
    ],
  ];
}

/** A member's windows that follow one another, as one. */
function joined(windows: readonly Window[]): Window[] {
  const found: Window[] = [];
  for (const one of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = found.find(({ memberId, to }) => memberId === one.memberId && to >= one.from);
    if (!before) found.push({ ...one });
    else if (one.to > before.to) before.to = one.to;
  }
  return found;
}

// Credit (isolation.md, "Whose figures") reads figures of people alone; a client's region and work mode are looked up where the client is in reach.
const credit = {
  sold: "select member_id, month, client_id, client_label, group_id, source, amount from credit_month",
  planned: "select member_id, month, client_id, client_label, amount, planned from plan_credit",
};
/** The same without clients and product groups: a hundredth of the rows. */
const soldByPeople =
  "select member_id, month, null::uuid as client_id, '' as client_label, null::uuid as group_id, source, amount from member_month";

// By today's owner: figures of clients in reach, whoever sold to them. A deputy's clients are not the deputy's.
const ownedBy = (
  columns: string,
  from: string,
) => `select ${columns} from ${from} join client o on o.tenant_id = app.tenant() and o.id = f.client_id
  left join assignment a on a.tenant_id = o.tenant_id and a.client_id = o.id and a.role = 'primary' and a.starts_on <= $3::date and (a.ends_on is null or a.ends_on > $3::date)
  where app.reaches_all() or a.member_id = any(app.subordinate_ids())`;
const owner = {
  sold: ownedBy(
    "coalesce(a.member_id, app.no_id()) as member_id, f.month, f.client_id, o.name::text as client_label, f.group_id, f.source, f.amount",
    "client_month f",
  ),
  planned: ownedBy(
    "coalesce(a.member_id, app.no_id()) as member_id, f.month, f.client_id, o.name::text as client_label, f.amount, f.amount as planned",
    "app.plan_in_force(null, $1::date, $2::date) f",
  ),
};

const narrow = `($8::uuid is null or x.member_id = $8::uuid) and ($9::uuid is null or x.client_id = $9::uuid)
  and ($12::text is null or coalesce(c.region_id::text, case when c.id is null then 'away' else 'none' end) = $12::text)
  and ($13::text is null or coalesce(c.work_mode, 'away') = $13::text)`;
const within = `x.month >= $1::date and x.month < $2::date and $3::date is not null
  and ($4::uuid[] is null or x.member_id = any($5::uuid[])) and ($4::uuid[] is null or x.member_id = any($4::uuid[]) or exists (select from unnest($5::uuid[], $6::date[], $7::date[]) w(member_id, from_month, to_month)
    where w.member_id = x.member_id and x.month >= w.from_month and x.month < w.to_month)) and ${narrow}`;

/** Whether a client of x is one of $14. Where the people are known, their figures lie together and are read so: client by client takes ten times the pages. */
export const amongClients = ({ windows }: Pick<Cut, "windows">) =>
  windows ? "x.client_id::text = any($14::uuid[]::text[])" : "x.client_id = any($14::uuid[])";

type Asked = Pick<Cut, "view" | "client" | "region" | "mode" | "group" | "source">;

/**
 * `sold` and `planned` as tables x that a statement goes on from: rows of people's figures after the cut, with the client in reach beside them. `detailed`: the
 * statement tells clients or product groups apart.
 */
export function sourceOf(cut: Asked, { withClient = false, detailed = true } = {}) {
  const { sold, planned } = cut.view === "owner" ? owner : credit;
  const joined = withClient || cut.region || cut.mode;
  const client = `left join client c on ${joined ? "c.tenant_id = app.tenant() and c.id = x.client_id" : "false"}`;
  const people = cut.view !== "owner" && !detailed && !joined && !cut.client && !cut.group;
  return {
    sold: `(${people ? soldByPeople : sold}) x ${client} where ${within} and ($10::uuid is null or x.group_id = $10::uuid) and ($11::text is null or x.source = $11::text)`,
    planned: `(${planned}) x ${client} where ${knowsPlan(cut)} and ${within} and $10::uuid is null and $11::text is null`,
  };
}

/** What a company's people sold to each client in [$1, $2), a row for each name of the client, as x; null where only the months themselves can tell. */
export function companySold(
  scope: Pick<Scope, "reach">,
  { windows, ...cut }: Asked & Pick<Cut, "windows">,
): string | null {
  if (scope.reach !== "all" || windows || cut.view === "owner" || !knowsPlan(cut)) return null;
  return `(select member_id, client_id, client_label, app.sold_between(first_month, running, $1::date, $2::date) as amount, app.sold_between(first_month, seen, $1::date, $2::date) as seen
    from member_client) x left join client c on c.tenant_id = app.tenant() and c.id = x.client_id where x.seen > 0 and ${narrow}`;
}
