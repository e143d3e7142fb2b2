import type { Assignment } from "@/lib/domain/assignment";
import { contains } from "@/lib/domain/period";
import { type Change, planTransfer, type Receiver, type TransferOrder } from "@/lib/domain/transfer";

export const today = "2024-02-25";
export const person = (id: string, more: Partial<Receiver> = {}): Receiver => ({
  id,
  roles: ["kam"],
  joinedOn: "2020-01-01",
  leftOn: null,
  ...more,
});
export const client = { id: "client", archived: false };

export const order = (on: string, to: Receiver | null = person("b")): TransferOrder => ({
  role: "primary",
  clients: [client],
  to,
  on,
  today,
});
export const standIn = (on: string, endsOn: string | null, to = person("b")): TransferOrder => ({
  role: "deputy",
  clients: [client],
  to,
  on,
  endsOn,
  today,
});

export const owner = (
  memberId: string,
  startsOn: string,
  endsOn: string | null = null,
  id = `p-${memberId}`,
): Assignment => ({
  id,
  clientId: "client",
  memberId,
  role: "primary",
  share: 10_000,
  startsOn,
  endsOn,
});

/** The rows as they stand once the plan is carried out. */
export function applied(rows: readonly Assignment[], changes: readonly Change[]): Assignment[] {
  const gone = new Set(changes.map(({ before }) => before?.id));
  const made = changes.flatMap(({ before, after }, index) =>
    after ? [{ ...after, id: before?.id ?? `new${index}` }] : [],
  );
  return [...rows.filter(({ id }) => !gone.has(id)), ...made];
}
export const ownerOn = (rows: readonly Assignment[], day: string) =>
  rows.find((row) => row.role === "primary" && contains(row, day))?.memberId ?? null;
export const byId = (a: Assignment, b: Assignment) => a.id.localeCompare(b.id);
export const changesOf = (rows: readonly Assignment[], wanted: TransferOrder) =>
  planTransfer(rows, wanted).moves.flatMap(({ changes }) => changes);
export const refusalOf = (rows: readonly Assignment[], wanted: TransferOrder) =>
  planTransfer(rows, wanted).refused[0]?.reason;
