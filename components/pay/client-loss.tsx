import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Why } from "@/components/ui/why";
import { addMonths } from "@/lib/domain/calendar-date";
import { sumOf } from "@/lib/domain/money";
import type { PayLoss } from "@/lib/features/pay/queries/client-loss";
import { list, money, percent } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";

const NAMED = 3;

/** What a lost client would take from the pay of a year, and from whose. Says nothing where nobody whose pay is seen has a plan. */
export function ClientLoss({ loss }: { loss: PayLoss | null }) {
  const t = useTranslations("pay.loss");
  const locale = useLocale();
  if (!loss) return null;
  const { people, currency } = loss;
  if (people.length === 0) return <p>{t("none")}</p>;
  const paid = sumOf(people.map((one) => one.paid));
  const gone = sumOf(people.map((one) => one.without)) - paid;
  const signed = (minor: bigint) => money(minor, currency, locale, { short: true, sign: true });
  const share = paid > 0n ? ` (${percent(Number(gone) / Number(paid), locale, { digits: 1, sign: true })})` : "";
  const text = t("sum", { difference: `${signed(gone)}${share}` });
  const named = people
    .slice(0, NAMED)
    .map(({ name, paid: was, without }) => t("of", { name, difference: signed(without - was) }));
  const rest = people.length - NAMED;
  const month = (startsOn: string) => periodWords({ startsOn, months: 1 }, locale);
  return (
    <p role="status">
      <Why
        align="start"
        label={text}
        reason={{
          definition: t("why", { from: month(loss.from), to: month(addMonths(loss.to, -1)) }),
          formula: people
            .slice(0, 10)
            .map(({ name, paid: was, without }) =>
              t("formula", {
                name,
                paid: money(was, currency, locale),
                without: money(without, currency, locale),
              }),
            )
            .join("; "),
          rows: { href: "/pay", label: t("rows") },
        }}
      >
        {text}
      </Why>
      <TableExport table="pay-loss" label={t("file")} />
      {people.length > 1 && (
        <span className="text-ink-2">
          {": "}
          {list([...named, ...(rest > 0 ? [t("more", { count: rest })] : [])], locale)}
        </span>
      )}
    </p>
  );
}
