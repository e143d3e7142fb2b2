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
import { createHash } from "node:crypto";
import type { Envelope } from "@/lib/access/doors";
import type { ErrorCode, Result } from "@/lib/access/refusal";
import type { Role } from "@/lib/domain/roles";
import type { IdName, Ids } from "../world/ids";

type Expectations = {
  /** What a role is answered with its own ids although its ability would let it through ("not-found" for a query's notFound(); "anyone": who is not signed in). */
  refuses?: Partial<Record<Role | "anyone", ErrorCode>>;
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
  kind: "query" | "lookup" | "action" | "account" | "form" | "publicQuery" | "route" | "upload" | "export";
  /** Cookies of the request besides the session's. */
  cookies?: (ids: Ids) => Record<string, string>;
  /** Calls the door; of a query it answers the value, of a route the Response. */
  call(ids: Ids, envelope: { key: string; company: string }, change?: (input: unknown) => unknown): Promise<unknown>;
};

type ForAnyone = Expectations & {
  /** Cookies that a link's landing left, by name. */
  cookies?: (ids: Ids) => Record<string, string>;
};

type Door<I> = ((asked: Envelope<I>) => Promise<Result<unknown>>) | ((asked: { input: I }) => Promise<Result<unknown>>);
/** Readonly all the way down, so that a literal in a probe keeps its type. */
type Frozen<I> = I extends object ? { readonly [K in keyof I]: Frozen<I[K]> } : I;

export const probe = {
  /** A page's door (`query`): args builds its arguments. */
  query<const J extends Frozen<A>, A extends unknown[]>(
    door: (...args: A) => Promise<unknown>,
    of: Expectations & { args: (ids: Ids) => J },
  ): Probe {
    return { ...of, door, kind: "query", call: (ids) => door(...(of.args(ids) as unknown as A)) };
  },

  /** A client component's read (`lookup`). */
  lookup(
    door: (asked: Envelope) => Promise<Result<unknown>>,
    of: Expectations & { input: (ids: Ids) => unknown },
  ): Probe {
    return { ...of, door, kind: "lookup", call: (ids, to) => door({ ...to, input: of.input(ids) }) };
  },

  /** A write (`action`). */
  action<const J extends Frozen<I>, I>(door: Door<I>, of: Expectations & { input: (ids: Ids) => J }): Probe {
    const call: Probe["call"] = (ids, to, change = (input) => input) =>
      door({ ...to, input: change(of.input(ids)) as I } as never);
    return { ...of, door, kind: "action", call };
  },

  /** A write on the signed-in person's own account (`accountAction`). */
  account<const J extends Frozen<I>, I>(door: Door<I>, of: Expectations & { input: (ids: Ids) => J }): Probe {
    return { ...of, door, kind: "account", call: (ids) => door({ input: of.input(ids) } as never) };
  },

  /** A form for someone who is nobody yet (`publicForm`). */
  form<const J extends Frozen<I>, I>(door: Door<I>, of: ForAnyone & { input: (ids: Ids) => J }): Probe {
    return { ...of, door, kind: "form", call: (ids) => door({ input: of.input(ids) } as never) };
  },

  /** A page for someone who is nobody yet (`publicQuery`). */
  publicQuery<const J extends Frozen<A>, A extends unknown[]>(
    door: (...args: A) => Promise<unknown>,
    of: ForAnyone & { args: (ids: Ids) => J },
  ): Probe {
    return { ...of, door, kind: "publicQuery", call: (ids) => door(...(of.args(ids) as unknown as A)) };
  },

  /** The POST of a route that takes a file (`upload`): a write that has no key. */
  upload(door: (request: Request) => Promise<Response>, of: Expectations & { content: string }): Probe {
    const call: Probe["call"] = (_, to) => {
      const headers = {
        "x-grange-company": to.company,
        "x-grange-name": "file.csv",
        "x-grange-size": String(of.content.length),
        "x-grange-sha256": createHash("sha256").update(of.content).digest("hex"),
      };
      return door(new Request("http://grange.test/api/files", { method: "POST", body: of.content, headers }));
    };
    return { ...of, door, kind: "upload", call };
  },

  /** The POST of a route that gives a table as a file: a read that leaves an entry in the audit trail. Probed as text, which can be looked through. */
  exported(
    door: (request: Request) => Promise<Response>,
    of: Expectations & { query: (ids: Ids) => Record<string, string> },
  ): Probe {
    const call: Probe["call"] = (ids, to) => {
      const query = new URLSearchParams(of.query(ids)).toString();
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ company: to.company, format: "csv", query });
      return door(new Request("http://grange.test/api/exports", { method: "POST", body, headers }));
    };
    return { leaves: ["audit_entry"], ...of, door, kind: "export", call };
  },

  /** The GET of a route that gives a file (`download`): it answers as a page does. */
  download(
    door: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>,
    of: Expectations & { url: (ids: Ids) => string; params: (ids: Ids) => Record<string, string> },
  ): Probe {
    const call: Probe["call"] = (ids) =>
      door(new Request(new URL(of.url(ids), "http://grange.test")), { params: Promise.resolve(of.params(ids)) });
    return { ...of, door, kind: "query", call };
  },

  /** A handler of an app/**\/route.ts: url is the path, params those of its folder names. */
  route<P>(
    door: (request: Request, context: { params: Promise<P> }) => Promise<Response>,
    of: ForAnyone & { url: (ids: Ids) => string; params: (ids: Ids) => P; init?: (ids: Ids) => RequestInit },
  ): Probe {
    const call: Probe["call"] = (ids) =>
      door(new Request(new URL(of.url(ids), "http://grange.test"), of.init?.(ids)), {
        params: Promise.resolve(of.params(ids)),
      });
    return { ...of, door, kind: "route", call };
  },
};
