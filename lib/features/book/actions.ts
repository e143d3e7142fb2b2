"use server";

import { lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { searchParamsOf } from "@/lib/domain/search-params";
import { bookState } from "./queries";
import { listBook } from "./queries/listing";
import { bookFilter, bookMatchInput } from "./schema";

/** A bulk act takes at most this many clients at once. */
const MOST = 5000;

/** All clients that an address of the book lists, on all its pages: what "select all that match" stands for. */
export const listMatchingClients = lookup(
  { ability: "client:read", input: bookMatchInput },
  async function listMatchingClients(scope, { query }) {
    const filter = bookFilter.parse(searchParamsOf(query));
    const { rows, totals } = await listBook(
      scope,
      { ...bookState(scope, filter), group: "none", page: 1, size: MOST },
      false,
    );
    if (totals.clients > MOST) throw new Refusal("too-many");
    return rows.map(({ id, name }) => ({ id, name }));
  },
);
