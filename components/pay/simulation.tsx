"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { addMonths } from "@/lib/domain/calendar-date";
import { sumOf } from "@/lib/domain/money";
import { simulated } from "@/lib/domain/pay/pay-plan";
import { simulatePayPlan } from "@/lib/features/pay/actions";
import type { Simulated } from "@/lib/features/pay/queries/simulate";
import type { PlanInput } from "@/lib/features/pay/schema";
import { money, percent } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";

type Who = (typeof simulated)[number];
type Tried = { planId: string; terms: PlanInput["terms"]; months: 1 | 3; who: Who };

/** Terms over the last twelve months, person by person, before anybody is paid by them. `terms` null: they have faults, which `onFaults` shows. */
export default function Simulation(props: {
  planId: string;
  held: boolean;
  months: 1 | 3;
  terms: PlanInput["terms"] | null;
  currency: string;
  onFaults: () => void;
}) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { run, pending } = useAct(simulatePayPlan);
  const [who, setWho] = useState<Who>(props.held ? "holders" : "kam");
  const [found, setFound] = useState<{ of: string; tried: Tried; value: Simulated }>();
  const asked = JSON.stringify([props.terms, props.months, who]);

  async function simulate() {
    if (!props.terms) {
      props.onFaults();
      return;
    }
    const tried = { planId: props.planId, terms: props.terms, months: props.months, who };
    const result = await run(tried);
    if (result.ok) setFound({ of: asked, tried, value: result.value });
  }

  return (
    <Section
      title={t("simulation")}
      flush
      action={found && <TableExport table="simulation" label={t("simulation")} also={addressOf(found.tried)} />}
    >
      <div className="px-3.5 py-3">
        <p className="max-w-[72ch] text-ink-2">{t("simulationHint")}</p>
        <div className="mt-2.5 flex flex-wrap items-end gap-2">
          <Field label={t("forWhom")} className="w-64">
            <Select
              value={who}
              onChange={(event) => setWho(simulated.find((one) => one === event.target.value) ?? who)}
              options={simulated
                .filter((one) => one !== "holders" || props.held)
                .map((one) => ({ value: one, label: t(`who.${one}`) }))}
            />
          </Field>
          <Button variant="outline" pending={pending} onClick={simulate}>
            {t("simulate")}
          </Button>
          {found && (
            <span className="pb-1.5 text-ink-3 text-xs" role="status">
              {found.of === asked
                ? `${periodWords({ startsOn: found.value.from, months: 1 }, locale)} – ${periodWords({ startsOn: addMonths(found.value.to, -1), months: 1 }, locale)}`
                : t("stale")}
            </span>
          )}
        </div>
      </div>
      {found && <Outcome simulated={found.value} currency={props.currency} />}
    </Section>
  );
}

/** The file is reckoned anew from what the table was: what has been changed since is not in it. */
function addressOf({ planId, terms, months, who }: Tried) {
  return { plan: planId, terms: JSON.stringify(terms), months: String(months), who };
}

const cell = "h-row px-2 py-1 text-left font-normal first:pl-3.5 last:pr-3.5";
const figure = `${cell} num whitespace-nowrap text-right`;

function Outcome({ simulated: { people }, currency }: { simulated: Simulated; currency: string }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  if (people.length === 0) return <p className="px-3.5 pb-3 text-ink-3">{t("nobody")}</p>;
  const rows = people.map(({ before, after, ...one }) => ({
    ...one,
    before: before === null ? null : BigInt(before),
    after: BigInt(after),
  }));
  const compared = rows.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }]));
  const before = sumOf(compared.map((one) => one.before));
  const after = sumOf(compared.map((one) => one.after));
  const whole = (minor: bigint) => money(minor, currency, locale, { bare: true });
  return (
    <div className="overflow-x-auto border-line border-t">
      <table className="w-full min-w-[560px] border-collapse">
        <thead>
          <tr className="border-line border-b text-ink-3 text-xs">
            <th className={cell}>{t("person")}</th>
            <th className={figure}>{t("before")}</th>
            <th className={figure}>{t("after")}</th>
            <th className={figure} colSpan={2}>
              {t("difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.memberId} className="border-hair border-b">
              <th className={cell}>{row.name}</th>
              <td className={figure}>{row.before === null ? "—" : whole(row.before)}</td>
              <td className={figure}>{whole(row.after)}</td>
              <Difference before={row.before} after={row.after} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="bg-paper font-semibold">
            <th className={`${cell} font-semibold`}>{t("total")}</th>
            <td className={figure}>{money(before, currency, locale)}</td>
            <td className={figure}>{money(sumOf(rows.map((row) => row.after)), currency, locale)}</td>
            <Difference before={before} after={after} currency={currency} />
          </tr>
        </tfoot>
      </table>
      {compared.length < rows.length && (
        <p className="px-3.5 py-2 text-ink-3 text-xs">{t("noBefore", { count: rows.length - compared.length })}</p>
      )}
    </div>
  );
}

function Difference({ before, after, currency }: { before: bigint | null; after: bigint; currency: string }) {
  const locale = useLocale();
  if (before === null)
    return (
      <>
        <td className={figure}>—</td>
        <td className={figure} />
      </>
    );
  const less = after < before;
  return (
    <>
      <td className={`${figure} ${less ? "text-amber" : ""}`}>
        {money(after - before, currency, locale, { bare: true, sign: true })}
      </td>
      <td className={`${figure} w-16 text-ink-3`}>
        {before === 0n ? "" : percent(Number(after - before) / Number(before), locale, { sign: true, digits: 1 })}
      </td>
    </>
  );
}
