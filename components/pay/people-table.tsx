"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { payPeriodName } from "@/lib/domain/pay/pay-period";
import { approveSlips, closeSlips, withdrawSlip } from "@/lib/features/pay/actions";
import type { PayPage, PayRow } from "@/lib/features/pay/queries";
import { money, percent } from "@/lib/i18n/format";
import { stateTone } from "./state-tone";

const place = "h-row px-2 py-1 first:pl-3.5 last:pr-3.5 max-sm:h-auto max-sm:p-0!";
const cell = `${place} text-left`;
const figure = `${place} num whitespace-nowrap text-right`;
/** On a phone a person is a card: tick, name and payout; the plan and the state; the figures behind, each with its name. */
const card =
  "max-sm:grid max-sm:grid-cols-[24px_minmax(0,1fr)_auto_auto] max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1 max-sm:px-3.5 max-sm:py-2";

/** Slips of people in a period: payout, state, corrections; chosen ones are approved or closed after a look at the sum. */
export function PeopleTable({ page }: { page: PayPage }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const rows = page.people ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const approve = useAct(approveSlips);
  const close = useAct(closeSlips);
  const withdraw = useAct(withdrawSlip);
  const { startsOn, months } = page.period;
  const name = payPeriodName(page.period);
  const sum = (minor: bigint) => money(minor, page.currency, locale);
  const added = (what: "revenue" | "adjustments") => rows.reduce((all, row) => all + row[what], 0n);
  const total = (some: readonly PayRow[]) => some.reduce((all, { payout }) => all + payout, 0n);

  const drafts = rows.filter(
    (row) => row.state === "draft" && page.may.approve && (row.memberId !== page.me || page.may.close),
  );
  const approved = rows.filter((row) => row.state === "approved" && page.may.close && !row.changed);
  const free = new Set([...drafts, ...approved].map(({ memberId }) => memberId));
  const toApprove = drafts.filter(({ memberId }) => chosen.has(memberId));
  const toClose = approved.filter(({ memberId }) => chosen.has(memberId));
  const all = free.size > 0 && [...free].every((id) => chosen.has(id));

  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );

  async function doApprove() {
    const slips = toApprove.map(({ memberId, payout }) => ({ memberId, payout: String(payout) }));
    const result = await approve.run({ startsOn, months, slips });
    if (!result.ok) return;
    setChosen(new Set());
    toast.success(t("people.approved", { count: result.value.count }));
  }
  async function doClose() {
    const slips = toClose.flatMap(({ stored }) => (stored ? [{ id: stored.id, version: stored.version }] : []));
    const result = await close.run({ startsOn, months, slips });
    if (!result.ok) return;
    setChosen(new Set());
    toast.success(t("people.closed", { count: result.value.count }));
  }
  async function doWithdraw(stored: NonNullable<PayRow["stored"]>) {
    const result = await withdraw.run({ id: stored.id, version: stored.version });
    if (result.ok) toast.success(t("people.withdrawn"));
  }

  return (
    <Section
      flush
      title={t("people.title")}
      action={
        <>
          {toApprove.length > 0 && (
            <ConfirmDialog
              trigger={<Button size="sm">{t("people.approve", { count: String(toApprove.length) })}</Button>}
              title={t("people.approveTitle", { count: toApprove.length })}
              description={t("people.approveText", { total: sum(total(toApprove)) })}
              confirm={t("people.approve", { count: String(toApprove.length) })}
              tone="default"
              pending={approve.pending}
              onConfirm={doApprove}
            />
          )}
          {toClose.length > 0 && (
            <ConfirmDialog
              trigger={<Button size="sm">{t("people.close", { count: String(toClose.length) })}</Button>}
              title={t("people.closeTitle", { count: toClose.length })}
              description={t("people.closeText", { total: sum(total(toClose)) })}
              confirm={t("people.close", { count: String(toClose.length) })}
              pending={close.pending}
              onConfirm={doClose}
            />
          )}
          <TableExport table="pay" also={{ period: name }} />
        </>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full border-collapse sm:min-w-[760px] [&_:is(thead,tbody,tfoot)]:max-sm:block">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs max-sm:flex max-sm:items-center max-sm:gap-3 max-sm:px-3.5 max-sm:py-2 [&>th:nth-child(n+3)]:max-sm:hidden [&>th]:font-normal">
              <th className={`${cell} w-9`}>
                {free.size > 0 && (
                  <Checkbox
                    aria-label={t("people.selectAll")}
                    checked={all}
                    indeterminate={chosen.size > 0 && !all}
                    onChange={() => setChosen(all ? new Set() : free)}
                  />
                )}
              </th>
              <th className={cell}>{t("people.name")}</th>
              <th className={cell}>{t("people.plan")}</th>
              <th className={cell}>{t("people.state")}</th>
              <th className={figure}>{t("people.revenue")}</th>
              <th className={figure}>{t("people.attainment")}</th>
              <th className={figure}>{t("people.adjustments")}</th>
              <th className={figure}>{t("payout")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.memberId} className={`border-hair border-b ${card}`}>
                <td className={cell}>
                  {free.has(row.memberId) && (
                    <Checkbox
                      aria-label={t("people.select", { name: row.name })}
                      checked={chosen.has(row.memberId)}
                      onChange={() => toggle(row.memberId)}
                    />
                  )}
                </td>
                <td className={`${cell} max-sm:col-span-2`}>
                  <Link href={`/pay/${row.memberId}/${name}`} className="font-medium hover:underline">
                    {row.name}
                  </Link>
                </td>
                <td className={`${cell} text-ink-2 max-sm:order-2 max-sm:col-start-2`}>{row.plan}</td>
                <td className={`${cell} max-sm:order-2 max-sm:col-span-2 max-sm:justify-self-end`}>
                  <span className="flex flex-wrap items-center gap-1.5">
                    <Badge tone={row.changed ? "amber" : stateTone[row.state]}>{t(`states.${row.state}`)}</Badge>
                    {row.changed && row.stored && (
                      <span className="text-amber text-xs">
                        {t("people.changed", { payout: sum(row.stored.payout) })}
                      </span>
                    )}
                    {row.state === "approved" && row.stored && page.may.approve && (
                      <Button
                        size="sm"
                        variant="ghost"
                        pending={withdraw.pending}
                        onClick={() => row.stored && doWithdraw(row.stored)}
                      >
                        {t("people.withdraw")}
                      </Button>
                    )}
                  </span>
                </td>
                <td className={`${figure} max-sm:order-3 max-sm:col-start-2 max-sm:text-left`} title={sum(row.revenue)}>
                  <Small>{t("people.revenue")}</Small>
                  {money(row.revenue, page.currency, locale, { short: true, bare: true })}
                </td>
                <td className={`${figure} max-sm:order-3`}>
                  <Small>{t("people.attainment")}</Small>
                  {row.quota && row.quota > 0n ? percent(Number(row.revenue) / Number(row.quota), locale) : "—"}
                </td>
                <td className={`${figure} max-sm:order-3`}>
                  <Small>{t("people.adjustments")}</Small>
                  {row.adjustments === 0n
                    ? "—"
                    : money(row.adjustments, page.currency, locale, { bare: true, sign: true })}
                </td>
                <td className={`${figure} font-semibold max-sm:order-1`}>
                  {money(row.payout, page.currency, locale, { bare: true })}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className={`bg-paper font-semibold ${card}`}>
              <td className={cell} />
              <th scope="row" className={`${cell} font-semibold max-sm:col-span-2`} colSpan={3}>
                {t("people.total")}
              </th>
              <td
                className={`${figure} max-sm:order-3 max-sm:col-start-2 max-sm:text-left`}
                title={sum(added("revenue"))}
              >
                <Small>{t("people.revenue")}</Small>
                {money(added("revenue"), page.currency, locale, { short: true, bare: true })}
              </td>
              <td className={`${figure} max-sm:hidden`} />
              <td className={`${figure} max-sm:order-3 max-sm:col-span-2`}>
                <Small>{t("people.adjustments")}</Small>
                {added("adjustments") === 0n
                  ? "—"
                  : money(added("adjustments"), page.currency, locale, { bare: true, sign: true })}
              </td>
              <td className={`${figure} max-sm:order-1`} title={sum(total(rows))}>
                {money(total(rows), page.currency, locale, { bare: true })}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}

function Small({ children }: { children: string }) {
  return <span className="block font-normal text-2xs text-ink-3 sm:hidden">{children}</span>;
}
