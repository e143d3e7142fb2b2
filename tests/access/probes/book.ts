import { listMatchingClients } from "@/lib/features/book/actions";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const asked = (ids: Ids) =>
  bookFilter.parse({ q: ids.word, tag: [ids.tag], region: [ids.region], industry: [ids.industry] });

export default [
  {
    ...probe.query(loadBook, { args: (ids) => [asked(ids)] }),
    // Without the moment at which it was read, which differs between any two calls.
    call: async (ids: Ids) => {
      const { now: _now, ...book } = await loadBook(asked(ids));
      return book;
    },
  },
  probe.lookup(listMatchingClients, {
    input: (ids) => ({ query: new URLSearchParams({ q: ids.word, owner: ids.member, tag: ids.tag }).toString() }),
  }),
];
