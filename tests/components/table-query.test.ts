import { describe, expect, it } from "vitest";
import type { Filter } from "@/components/data-table/column";
import { isFiltered, nextSort, patchQuery, valuesOf, withoutFilters } from "@/components/data-table/table-query";

const late: Filter = { kind: "flag", key: "late", label: "Late" };
const tier: Filter = { kind: "many", key: "tier", label: "Tier", options: [] };
const owner: Filter = { kind: "one", key: "owner", label: "Owner", options: [] };

describe("the address of a list", () => {
  it("goes back to the first page when the set changes, and stays on its page when only the look does", () => {
    expect(patchQuery("q=a&page=3", { late: true })).toBe("q=a&late=1");
    expect(patchQuery("q=a&page=3", { sort: "-gap" })).toBe("q=a&sort=-gap");
    expect(patchQuery("page=3", { cols: "tier,gap" })).toBe("page=3&cols=tier,gap");
    expect(patchQuery("q=a", { page: 2 })).toBe("q=a&page=2");
    expect(patchQuery("q=a&page=2", { page: 1 })).toBe("q=a");
  });

  it("writes several values of one filter side by side and takes them all out again", () => {
    const both = patchQuery("", { tier: ["A", "B"] });
    expect(both).toBe("tier=A&tier=B");
    expect(patchQuery(both, { tier: [] })).toBe("");
  });

  it("leaves out what is empty", () => {
    expect(patchQuery("q=a&late=1&owner=x", { q: "", late: false, owner: null })).toBe("");
  });

  it("reads a filter's values from what the server parsed", () => {
    expect(valuesOf({ late: true }, late)).toEqual(["1"]);
    expect(valuesOf({ late: false }, late)).toEqual([]);
    expect(valuesOf({ tier: ["A", "B"] }, tier)).toEqual(["A", "B"]);
    expect(valuesOf({ tier: "A" }, tier)).toEqual(["A"]);
    expect(valuesOf({}, owner)).toEqual([]);
  });

  it("knows whether anything narrows the list, and takes all of it away at once", () => {
    expect(isFiltered({ sort: "name", group: "tier" }, [late, tier])).toBe(false);
    expect(isFiltered({ q: "зар" }, [late])).toBe(true);
    expect(isFiltered({ tier: ["A"] }, [tier])).toBe(true);
    expect(patchQuery("q=a&tier=A&late=1&sort=name&page=2", withoutFilters([late, tier]))).toBe("sort=name");
  });

  it("turns the order round at the second click and starts with the largest where that is asked for", () => {
    expect(nextSort(undefined, "name", "asc")).toBe("name");
    expect(nextSort("name", "name", "asc")).toBe("-name");
    expect(nextSort("-name", "name", "asc")).toBe("name");
    expect(nextSort("name", "gap", "desc")).toBe("-gap");
  });
});
