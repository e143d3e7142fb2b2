// How to call a door. tests/access/doors.test.ts finds every door and fails for one without a probe.
//
// A feature's probes are the default export of tests/access/probes/<feature>.ts:
//
//   export default [
//     probe.query(loadClient, { args: (ids) => [ids.client] }),
//     probe.action(updateContact, {
//       input: (ids) => ({ id: ids.contact, clientId: ids.client, version: 1, name: "Another name" }),
//     }),
//     probe.action(registerClient, {
//       input: (ids) => ({ name: "New", kind: "entrepreneur", inn: ids.inn }),
//       refuses: { kam: "inn-taken-outside" },
//       tells: { inn: "whoever registers a taken INN is told that it is taken (13.7)" },
//       leaves: ["notice", "idempotency_key"],
//     }),
//   ];
//
// Inputs are functions of ids (world/ids.ts), nothing else. The test calls the door as every role with ids of the own book, of another
// book, of another company and with random ones, and then with own ids of which a single one is foreign. Which answers must be equal
// follows from the ids that the function reads; which roles may, from the door's ability and lib/access/policy.
import type { Envelope } from "@/lib/access/doors";
import type { Role } from "@/lib/access/policy";
import type { ErrorCode, Result } from "@/lib/access/refusal";
import type { IdName, Ids } from "../world/ids";

type Expectations = {
  /** What a role is answered with its own ids although its ability would let it through ("not-found" for a query's notFound()). */
  refuses?: Partial<Record<Role, ErrorCode>>;
  /** Ids about which another book's answer may differ from a random one's, each with the reason. Another company's never may. */
  tells?: Partial<Record<IdName, string>>;
  /** Ids whose random value a write need not refuse, each with the reason (text that is only kept, say). */
  harmless?: Partial<Record<IdName, string>>;
  /** Tables that may change although the call was refused (a counted attempt, a note for the admin). Without it: none. */
  leaves?: readonly string[];
};

export type Probe = Expectations & {
  /** The door itself: found by identity, so a probe needs no name. */
  door: unknown;
  kind: "query" | "lookup" | "action" | "public" | "route";
  /** Calls the door; of a query it answers the value, of a route the Response. */
  call(ids: Ids, envelope: { key: string; company: string }, change?: (input: unknown) => unknown): Promise<unknown>;
};

type Asked<I> = (asked: Envelope<I>) => Promise<Result<unknown>>;

export const probe = {
  /** A page's door (`query`): args builds its arguments. */
  query<A extends unknown[]>(
    door: (...args: A) => Promise<unknown>,
    of: Expectations & { args: (ids: Ids) => A },
  ): Probe {
    return { ...of, door, kind: "query", call: (ids) => door(...of.args(ids)) };
  },

  /** A client component's read (`lookup`). */
  lookup(
    door: (asked: Envelope) => Promise<Result<unknown>>,
    of: Expectations & { input: (ids: Ids) => unknown },
  ): Probe {
    return { ...of, door, kind: "lookup", call: (ids, to) => door({ ...to, input: of.input(ids) }) };
  },

  /** A write (`action`). */
  action<I>(door: Asked<I>, of: Expectations & { input: (ids: Ids) => NoInfer<I> }): Probe {
    const call: Probe["call"] = (ids, to, change = (input) => input) =>
      door({ ...to, input: change(of.input(ids)) as I });
    return { ...of, door, kind: "action", call };
  },

  /** A form for someone who is nobody yet (`publicAction`): no envelope, no roles. */
  public<I>(
    door: (input: I) => Promise<Result<unknown>>,
    of: Expectations & { input: (ids: Ids) => NoInfer<I> },
  ): Probe {
    return { ...of, door, kind: "public", call: (ids) => door(of.input(ids)) };
  },

  /** A handler of an app/**\/route.ts: url is the path, params those of its folder names. */
  route<P>(
    door: (request: Request, context: { params: Promise<P> }) => Promise<Response>,
    of: Expectations & { url: (ids: Ids) => string; params: (ids: Ids) => P; init?: (ids: Ids) => RequestInit },
  ): Probe {
    const call: Probe["call"] = (ids) =>
      door(new Request(new URL(of.url(ids), "http://grange.test"), of.init?.(ids)), {
        params: Promise.resolve(of.params(ids)),
      });
    return { ...of, door, kind: "route", call };
  },
};
