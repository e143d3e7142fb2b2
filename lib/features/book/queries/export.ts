import { type ExportField, exportFile } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import { addDays } from "@/lib/domain/calendar-date";
import { translator } from "@/lib/i18n/messages";
import { bookState } from "../queries";
import { type BookFilter, bookFilter } from "../schema";
import { figureFields } from "./export-figures";
import { type BookRow, type BookState, listBook } from "./listing";

const AT_ONCE = 1000;

/** The book as a file: what the address lists, in the order of the screen. */
export const exportBook = exportFile(
  { name: "book", ability: "client:read", filter: bookFilter },
  async (scope, filter: BookFilter) => {
    const state = { ...bookState(scope, filter), size: AT_ONCE };
    return {
      title: translator(scope.locale, "book")("title"),
      fields: fieldsOf(scope, state),
      rows: rowsOf(scope, state),
    };
  },
);

async function* rowsOf(scope: Scope, state: BookState): AsyncGenerator<BookRow> {
  for (let page = 1, left = 1; left > 0; page++) {
    const { rows, totals } = await listBook(scope, { ...state, page });
    yield* rows;
    left = totals.clients - page * AT_ONCE;
  }
}

const groupColumn = { tier: "tier", owner: "owner", region: "region", industry: "industry" } as const;

function fieldsOf(scope: Scope, { group }: BookState): ExportField<BookRow>[] {
  const t = translator(scope.locale, "book");
  const words = translator(scope.locale, "words");
  const e = translator(scope.locale, "exports");
  const text = (id: string, header: string, value: (row: BookRow) => string | null, width?: number) =>
    ({ id, header, type: "text", value, ...(width ? { width } : {}) }) as const;
  const named = {
    tier: text("tier", t("columnTitle.tier"), (row) => row.tier),
    owner: text("owner", t("column.owner"), (row) => row.owner?.name ?? words("unassigned"), 24),
    industry: text("industry", t("column.industry"), (row) => row.industry, 24),
    region: text("region", t("column.region"), (row) => row.region, 24),
  };
  // Rows stand in groups, so the file says which, although the screen hides a column that its heads repeat.
  const heads = group === "none" ? [] : [{ ...named[groupColumn[group]], always: true as const }];
  const fields: ExportField<BookRow>[] = [
    text("name", t("column.name"), (row) => row.name, 36),
    text("name", e("parent"), (row) => row.parent?.name ?? null, 24),
    text("code", t("column.code"), (row) => row.code),
    named.tier,
    ...figureFields(scope),
    text("mode", t("columnTitle.mode"), (row) => words(`workMode.${row.workMode}`), 16),
    text("place", e("city"), (row) => row.city, 20),
    text("place", e("zone"), (row) => row.zone, 20),
    named.owner,
    text("keyContact", t("column.keyContact"), (row) => row.keyContact?.name ?? null, 28),
    text("keyContact", e("jobTitle"), (row) => row.keyContact?.jobTitle ?? null, 20),
    text("phone", t("column.phone"), (row) => row.keyContact?.phone ?? null, 16),
    { id: "since", header: e("since"), type: "day", value: (row) => row.since, width: 12 },
    named.industry,
    named.region,
    text("deputy", t("column.deputy"), (row) => row.deputies.map(({ name }) => name).join(", "), 24),
    text("deputy", e("lastDay"), (row) => row.deputies.map(({ endsOn }) => endsOn && addDays(endsOn, -1)).join(", ")),
    text("tags", t("column.tags"), (row) => row.tags.map(({ name }) => name).join(", "), 24),
    { id: "contacts", header: t("columnTitle.contacts"), type: "number", value: (row) => row.contacts },
    text("inn", t("column.inn"), (row) => row.inn, 14),
  ];
  return [...heads, ...fields.filter((field) => !heads.some(({ id }) => id === field.id))];
}
