import { exportFields } from "@/lib/access/export-fields";
import { type ExportField, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { readPayPeriod } from "@/lib/domain/pay/pay-period";
import type { SlipLine } from "@/lib/domain/pay/slip-line";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { lineWords } from "@/lib/i18n/slip-words";
import { type PayRow, readPay } from "../queries";
import { payFilter, slipAddress } from "../schema";
import { findSlip, type SlipSale, type SlipView } from "./slip-view";

/** The slips of a period, a row for each person that the reader sees. */
export const exportPay = exportFile({ name: "pay", ability: "pay:read", filter: payFilter }, async (scope, filter) => {
  const t = translator(scope.locale, "pay");
  const page = await readPay(scope, filter);
  const { text, money } = exportFields<PayRow>(scope);
  const sum = (id: string, header: string, value: (row: PayRow) => bigint | null) =>
    money(id, header, page.currency, value);
  const fields: ExportField<PayRow>[] = [
    text("name", t("people.name"), ({ name }) => name, 28),
    text("plan", t("people.plan"), ({ plan }) => plan, 24),
    text("state", t("people.state"), ({ state }) => t(`states.${state}`)),
    sum("revenue", t("people.revenue"), ({ revenue }) => revenue),
    sum("quota", t("people.attainment"), ({ quota }) => quota),
    sum("base", t("basePay"), ({ basePay }) => basePay),
    sum("variable", t("variable"), ({ variable }) => variable),
    sum("adjustments", t("people.adjustments"), ({ adjustments }) => adjustments),
    sum("payout", t("payout"), ({ payout }) => payout),
  ];
  return { title: `${t("title")} ${periodWords(page.period, scope.locale)}`, fields, rows: each(page.people ?? []) };
});

type SlipRow = { line: SlipLine | null; sale: SlipSale | null; title: string; why: string };

/** One slip: its lines with their reasons, then the sales that they count. */
export const exportSlip = exportFile(
  { name: "slip", ability: "pay:read", filter: slipAddress },
  async (scope, filter) => {
    const period = readPayPeriod(filter.period, scope.company.fiscalStartMonth);
    const slip = period && (await findSlip(scope, filter.member, period));
    if (!slip) throw new Refusal("not-found");
    const t = translator(scope.locale, "pay");
    const { text, money, day, percent } = exportFields<SlipRow>(scope);
    const { currency, member } = slip.content;
    return {
      title: `${t("slip")} ${member} ${periodWords(slip.period, scope.locale)}`,
      fields: [
        text("line", t("files.line"), ({ title }) => title, 40),
        text("why", t("files.why"), ({ why }) => why, 80),
        money("amount", t("files.amount"), currency, ({ line }) => line?.amount ?? null),
        text("document", t("sale.document"), ({ sale }) => sale?.document ?? null),
        day("day", t("sale.day"), ({ sale }) => sale?.soldOn ?? null),
        text("client", t("sale.client"), ({ sale }) => sale?.clientLabel ?? null, 32),
        text("source", t("sale.source"), ({ sale }) => sale && t(`source.${sale.source}`)),
        percent("share", t("sale.share"), ({ sale }) => sale && sale.share / 10_000),
        money("revenue", t("on.revenue"), currency, ({ sale }) => sale?.revenue ?? null),
      ],
      rows: each(slipRows(slip)),
    };

    function slipRows(of: SlipView): SlipRow[] {
      const periodOf = (id: string) => {
        const corrected = readPayPeriod(of.corrected[id] ?? "", of.content.fiscalStartMonth);
        return corrected ? periodWords(corrected, scope.locale) : "";
      };
      const lines = of.lines.map((line): SlipRow => {
        const { title, why } = lineWords(line, of.content, t, scope.locale, periodOf);
        return { line, sale: null, title, why: why.join(" ") };
      });
      return [...lines, ...of.sales.map((sale): SlipRow => ({ line: null, sale, title: "", why: "" }))];
    }
  },
);

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
