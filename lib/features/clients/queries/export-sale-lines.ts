import { exportFields } from "@/lib/access/export-fields";
import type { Exported } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import {
  type SaleLineFilter,
  type SaleLineRow,
  saleLineFilter,
  saleLines,
} from "@/lib/features/sales/queries/sale-lines";
import { translator } from "@/lib/i18n/messages";
import { exportOfClient } from "./export-of-client";

const PART = 1000;

/** The sale lines of one client that the address asks for: they add up to the figure above them. */
export const exportSaleLines = exportOfClient(
  { name: "saleLines", filter: saleLineFilter },
  async (scope, client, filter): Promise<Exported<SaleLineRow>> => {
    const t = translator(scope.locale, "sales");
    const e = translator(scope.locale, "exports");
    const { text, decimal, day, money } = exportFields<SaleLineRow>(scope);
    const { currency } = scope.company;
    const foreign = await listForeign(scope, client);
    return {
      title: t("lines.title"),
      fields: [
        day("day", t("lines.day"), (row) => row.soldOn),
        text("document", t("lines.document"), (row) => row.document),
        text("document", e("line"), (row) => row.line, 8),
        text("product", t("lines.product"), (row) => row.product, 36),
        text("group", t("lines.group"), (row) => row.group, 24),
        decimal("quantity", t("lines.quantity"), (row) => row.quantity),
        text("quantity", e("unit"), (row) => row.unit, 10),
        money("amount", t("lines.amount"), currency, (row) => row.baseAmount),
        ...foreign.map((other) =>
          money("original", t("lines.original"), other, (row) => (row.currency === other ? row.amount : null)),
        ),
        text("source", t("lines.source"), (row) => t(`sources.${row.source}`), 16),
        text("seller", t("lines.seller"), (row) => row.seller, 24),
      ],
      rows: rowsOf(scope, client, filter),
    };
  },
);

/** The reader keeps to the last page when asked for one behind it, so the count says where to stop. */
async function* rowsOf(scope: Scope, client: string, filter: SaleLineFilter): AsyncGenerator<SaleLineRow> {
  for (let page = 1; ; page++) {
    const { rows, totals } = await saleLines(scope, client, { ...filter, page, size: PART });
    yield* rows;
    if (page * PART >= totals.lines) return;
  }
}

async function listForeign({ db, company }: Scope, client: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ currency: string }[]>`
    select distinct currency from sale_line where client_id = ${client}::uuid and currency <> ${company.currency} order by currency`;
  return rows.map(({ currency }) => currency);
}
