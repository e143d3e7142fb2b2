import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { readPayPeriod } from "@/lib/domain/pay/pay-period";
import type { SlipLine } from "@/lib/domain/pay/slip-line";
import type { SlipSale, SlipView } from "@/lib/features/pay/queries/slip-view";
import { money } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";
import { lineWords } from "@/lib/i18n/slip-words";
import { SaleList } from "./sale-list";

/** A slip line by line; each opens its why and the sales that it counts. Their sum is the payout. */
export function SlipLines({ slip, open = false }: { slip: SlipView; open?: boolean }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const { content } = slip;
  const periodOf = (id: string) => {
    const period = readPayPeriod(slip.corrected[id] ?? "", content.fiscalStartMonth);
    return period ? periodWords(period, locale) : "";
  };
  return (
    <div>
      {slip.lines.map(withKey).map(({ line, key }) => {
        const { title, why } = lineWords(line, content, t, locale, periodOf);
        // Tiers of a component stand on the same sales: they are listed once, at its first line.
        const sales =
          slip.lines.find(({ component }) => component === line.component) === line ? salesOf(line, slip) : [];
        return (
          <details key={key} open={open} className="group border-hair border-b last:border-b-0">
            <summary className="flex min-h-row cursor-pointer list-none items-center gap-2 px-3.5 py-1.5 hover:bg-paper">
              <ChevronRight
                aria-hidden
                size={14}
                className="shrink-0 text-ink-3 transition-transform group-open:rotate-90 print:hidden"
              />
              <span className="min-w-0 flex-1">{title}</span>
              <span className="num">{money(line.amount, content.currency, locale)}</span>
            </summary>
            <div className="px-3.5 pb-2.5 pl-9 text-ink-2 text-xs">
              {why.map((sentence) => (
                <p key={sentence} className="py-0.5">
                  {sentence}
                </p>
              ))}
              {sales.length > 0 && (
                <SaleList sales={sales} currency={content.currency} on={"on" in line ? line.on : "revenue"} />
              )}
            </div>
          </details>
        );
      })}
      <p className="flex items-center gap-2 border-line border-t bg-paper px-3.5 py-2 font-semibold">
        <span className="flex-1">{t("payout")}</span>
        <span className="num">{money(slip.payout, content.currency, locale)}</span>
      </p>
    </div>
  );
}

/** A slip's lines keep their order, and nothing else tells two corrections of a document apart. */
const withKey = (line: SlipLine, place: number) => ({ line, key: `${place} ${line.kind}` });

/** The sales that a line counts: those of its component's source, on a margin those with a known cost; of a correction its document. */
function salesOf(line: SlipLine, slip: SlipView): SlipSale[] {
  if (line.kind !== "rate" && line.kind !== "tier") return [];
  const component = slip.content.terms.components.find(({ id }) => id === line.component);
  const source = component && "source" in component ? component.source : null;
  return slip.sales.filter(
    (sale) => (source === null || sale.source === source) && (line.on === "revenue" || sale.costed),
  );
}
