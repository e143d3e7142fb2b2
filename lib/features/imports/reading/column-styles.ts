import { type AmountStyle, amountColumn } from "@/lib/domain/import/amount-style";
import type { SheetRow } from "@/lib/domain/import/cell";
import { dayColumn } from "@/lib/domain/import/parse-day";
import { percentColumn } from "@/lib/domain/import/parse-percent";
import type { DateSystem } from "@/lib/domain/import/serial-day";
import type { Locale } from "@/lib/i18n/locale";
import type { ImportKind } from "../kind";
import type { ColumnStyles, RunOptions } from "../schema";

/** Whether a column of this file must be seen whole before its values can be read. */
export function needsStyles(kind: ImportKind, options: RunOptions): boolean {
  return kind.fields.some(
    ({ field, type }) =>
      options.columns.includes(field) && ["money", "quantity", "percent", "day", "month"].includes(type),
  );
}

type Watched = { field: string; column: number } & (
  | { type: "amounts"; seen: ReturnType<typeof amountColumn> }
  | { type: "days"; seen: ReturnType<typeof dayColumn> }
  | { type: "units"; seen: ReturnType<typeof percentColumn>; amounts: AmountStyle }
);

/** The first pass over a file: how its columns write amounts, shares and days. Where a column does not tell, its language does. */
export function styleWatcher(kind: ImportKind, options: RunOptions, language: Locale) {
  const decimal = options.decimal ?? (language === "ru" ? "," : ".");
  const order = options.dayOrder ?? (language === "ru" ? "dmy" : null);
  const watched = kind.fields.flatMap(({ field, type }): Watched[] => {
    const column = options.columns.indexOf(field);
    if (column < 0) return [];
    if (type === "money" || type === "quantity") return [{ type: "amounts", field, column, seen: amountColumn() }];
    if (type === "day" || type === "month") return [{ type: "days", field, column, seen: dayColumn() }];
    const amounts: AmountStyle = { decimal, mixed: false, ambiguous: 0 };
    if (type === "percent") return [{ type: "units", field, column, seen: percentColumn(amounts), amounts }];
    return [];
  });
  return {
    see(rows: readonly SheetRow[]): void {
      for (const { column, seen } of watched) for (const { cells } of rows) seen.see(cells[column]);
    },
    decide(system: DateSystem): ColumnStyles {
      const styles: ColumnStyles = { amounts: {}, units: {}, days: {} };
      for (const one of watched) {
        if (one.type === "amounts") styles.amounts[one.field] = one.seen.decide(decimal);
        else if (one.type === "days") styles.days[one.field] = one.seen.decide(order, system);
        else {
          styles.units[one.field] = one.seen.decide("percent").unit;
          styles.amounts[one.field] = one.amounts;
        }
      }
      return styles;
    },
  };
}
