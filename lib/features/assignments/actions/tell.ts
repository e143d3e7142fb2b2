import type { Scope } from "@/lib/access/scope";
import { type Letter, postLetters } from "./letters";
import { type LoggedOrder, listOwners, type NamedClient } from "./orders";

/** Letters about an order that was just given: to the new and the old owners, or to the helper and the owners helped. */
export async function tellOrder(scope: Scope, order: LoggedOrder, names: readonly NamedClient[]): Promise<void> {
  const { role, to, on, reason } = order;
  const opened = order.changes.flatMap(({ before, after }) => (!before && after?.role === role ? [after] : []));
  const until = opened[0]?.ends_on ?? null;
  const named = (ids: readonly string[]) => names.filter(({ id }) => ids.includes(id));
  const letters: Letter[] = [];
  if (role === "primary") {
    if (to) letters.push({ kind: "gained", to, clients: names, other: null, on });
    const losses = order.changes.flatMap(({ before }) => (before && before.member_id !== to ? [before] : []));
    for (const [owner, ids] of grouped(losses.map((row) => [row.member_id, row.client_id])))
      letters.push({ kind: "lost", to: owner, clients: named(ids), other: to, on });
  } else if (to) {
    const kinds = role === "deputy" ? (["deputy", "covered"] as const) : (["specialist", "joined"] as const);
    letters.push({ kind: kinds[0], to, clients: names, other: null, on, until });
    const owners = await listOwners(
      scope,
      names.map(({ id }) => id),
      on,
    );
    for (const [owner, ids] of grouped([...owners].map(([client, member]) => [member, client])))
      if (owner !== to) letters.push({ kind: kinds[1], to: owner, clients: named(ids), other: to, on, until });
  }
  await postLetters(scope, letters, reason);
}

/** To everyone whom an order concerned that has been taken back, or a part that was ended. */
export async function tellAffected(
  scope: Scope,
  kind: "undone" | "ended",
  order: LoggedOrder,
  names: readonly NamedClient[],
): Promise<void> {
  const rows = order.changes.flatMap(({ before, after }) => [before, after].filter((row) => row !== null));
  const letters = [...grouped(rows.map((row) => [row.member_id, row.client_id]))].map(
    ([to, ids]): Letter => ({
      kind,
      to,
      clients: names.filter(({ id }) => ids.includes(id)),
      other: null,
      on: order.on,
    }),
  );
  await postLetters(scope, letters, null);
}

/** Someone leaves: their clients' new owners are told, and they themselves while they are still here. */
export async function tellLeaving(
  scope: Scope,
  leaving: { member: string; on: string; targets: Record<string, string | null>; reason: string | null },
  names: readonly NamedClient[],
): Promise<void> {
  const targets = Object.entries(leaving.targets).map(([client, to]): [string, string] => [to ?? "", client]);
  const letters = [...grouped(targets)].flatMap(([to, ids]): Letter[] => {
    const clients = names.filter(({ id }) => ids.includes(id));
    const lost: Letter = { kind: "lost", to: leaving.member, clients, other: to || null, on: leaving.on };
    return to ? [{ kind: "gained", to, clients, other: null, on: leaving.on }, lost] : [lost];
  });
  await postLetters(scope, letters, leaving.reason);
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
