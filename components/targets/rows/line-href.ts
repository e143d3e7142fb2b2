import { addMonths } from "@/lib/domain/calendar-date";
import type { FactLine, RowsPage } from "@/lib/features/targets/queries/rows";

/** Where a line opens further: the sale lines that add up to it, or the client. Null where the client is out of reach. */
export function lineHref({ filter, measure, counted }: RowsPage, line: FactLine): string | null {
  const ofSales = ["revenue", "margin", "average_bill", "new_clients"].includes(measure.code);
  if (line.month) {
    if (measure.code === "touches") return `/clients/${filter.of}/timeline`;
    return `/clients/${filter.of}/sales/lines?${new URLSearchParams({ from: line.month, to: addMonths(line.month, 1) })}`;
  }
  if (!line.client?.reached) return null;
  const { id } = line.client;
  if (measure.code === "touches" || measure.code === "on_cadence") return `/clients/${id}/timeline`;
  if (!ofSales || !counted) return `/clients/${id}/sales`;
  const member = line.member?.id ?? filter.of;
  return `/progress/lines?${new URLSearchParams({ member, client: id, from: counted.from, to: counted.to })}`;
}
