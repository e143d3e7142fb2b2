"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useAct, useErrorText } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { useFocusFault } from "@/components/ui/focus-fault";
import { toast } from "@/components/ui/toast";
import { currencyExponent } from "@/lib/domain/money";
import { exampleSlip, paidBy } from "@/lib/domain/pay/example";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { savePayPlan } from "@/lib/features/pay/actions";
import type { PayPlanPage } from "@/lib/features/pay/queries/plans";
import type { PlanInput } from "@/lib/features/pay/schema";
import { money } from "@/lib/i18n/format";
import { DraftBar } from "./draft-bar";
import { ExampleCard, exampleFigure, exampleSteps } from "./example-card";
import { PlanEditing } from "./plan-editing";
import { PlanFields } from "./plan-fields";
import { type PlanValues, planValues, writer } from "./plan-values";
import { readPlan } from "./read-plan";
import { nothingTyped, startOf } from "./start-values";
import { SwitchOn } from "./switch-on";
import { VersionList } from "./version-list";

// Under the fields, and for terms that are written.
const Simulation = dynamic(() => import("./simulation"), { ssr: false });

/** Amounts as text, as the server takes them. */
function sent<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one))) as T;
}

/** Draws a plan up: its terms with an example that counts along, the last year by them, and when they begin. */
export function PlanEditor({ page }: { page: PayPlanPage }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const router = useRouter();
  const errorText = useErrorText();
  const { plan, measures, currency } = page;
  const saved = plan?.versions.find(({ status }) => status === "draft") ?? null;
  const latest = plan?.versions[0];
  const start = useMemo((): PlanValues => {
    if (!plan || !latest) return startOf("tiers", measures, nothingTyped);
    return planValues(plan, latest, writer(currency, locale));
  }, [plan, latest, measures, currency, locale]);

  const { run, pending, fields } = useAct(savePayPlan);
  const form = useDraft(`pay-plan:${plan?.id ?? "new"}:${latest?.id ?? ""}`, {
    version: saved?.version ?? 0,
    values: start,
  });
  const { values, version } = form.value;
  const [begun, setBegun] = useState(plan === null || saved !== null);
  const writing = begun || form.restored;
  const [tried, setTried] = useState(false);
  const [example, setExample] = useState({ quota: "1 000 000", margin: "25" });

  const read = useMemo(() => readPlan(values, currency, locale), [values, currency, locale]);
  const right = Object.keys(read.faults).length === 0;
  const kept = useMemo(() => readPlan(start, currency, locale), [start, currency, locale]);
  const print = ({ terms, items }: typeof read, of: PlanValues) =>
    JSON.stringify(sent<unknown>([terms, items, of.name.trim(), of.kind, of.months]));
  const changed = saved === null || !right || print(read, values) !== print(kept, start);
  const errors = useMemo(
    () => ({
      ...fields,
      ...(tried ? Object.fromEntries(Object.entries(read.faults).map(([name, code]) => [name, errorText(code)])) : {}),
    }),
    [fields, tried, read, errorText],
  );
  const [focused, setFocused] = useState<Record<string, string>>({});
  const ref = useFocusFault(focused);

  const mark = markOf(locale);
  const exampleOf = {
    quota: typedAmount(example.quota, currencyExponent(currency), mark) ?? 0n,
    margin: Number(typedAmount(example.margin, 2, mark) ?? 0n),
  };
  const counts = !Object.keys(read.faults).some((name) => name !== "name" && !name.startsWith("items."));
  const slips = counts ? exampleSteps.map((points) => exampleSlip(read.terms, { ...exampleOf, points })) : [];
  const exampleLine = (component: string) =>
    slips.length === 0
      ? null
      : t("exampleLine", {
          quota: money(exampleOf.quota, currency, locale, { short: true }),
          amounts: slips.map((slip) => exampleFigure(paidBy(slip, component), currency, locale)).join(" / "),
        });

  function showFaults() {
    setTried(true);
    setFocused({ ...read.faults });
  }

  async function save() {
    if (!right) return showFaults();
    const result = await run({
      id: plan?.id ?? "",
      name: values.name,
      kind: values.kind,
      months: values.months,
      terms: sent<PlanInput["terms"]>(read.terms),
      package: sent<PlanInput["package"]>(read.items),
      version,
    });
    if (!result.ok) return setFocused({ ...result.fields });
    form.forget({ version: result.value.version, values });
    setBegun(true);
    toast.success(t("saved"));
    if (!plan) router.replace(`/pay/plans/${result.value.id}` as Route);
  }

  function discarded() {
    const active = plan?.versions.find(({ status }) => status === "active");
    if (!plan || !active) return router.push("/pay/plans");
    form.forget({ version: 0, values: planValues(plan, active, writer(currency, locale)) });
    setBegun(false);
    setTried(false);
  }

  return (
    <PlanEditing errors={errors} currency={currency}>
      <div className="grid grid-cols-1 gap-3.5 pb-6">
        {plan && <DraftBar plan={plan} writing={writing} onWrite={() => setBegun(true)} onDiscarded={discarded} />}
        <DraftNotice
          shown={form.restored}
          onDiscard={() => form.forget({ version: saved?.version ?? 0, values: start })}
        />
        <div className="grid grid-cols-1 items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <form
            ref={ref}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <fieldset disabled={!writing} className="min-w-0">
              <PlanFields
                values={values}
                set={(change) => form.set((before) => ({ ...before, values: { ...before.values, ...change } }))}
                fresh={plan === null}
                measures={measures}
                exampleOf={exampleLine}
              />
              {writing && (
                <div className="sticky bottom-0 mt-3.5 flex max-sm:bottom-14 justify-end gap-2 border-line border-t bg-paper py-2.5">
                  <Button type="submit" pending={pending}>
                    {t("save")}
                  </Button>
                </div>
              )}
            </fieldset>
          </form>
          <div className="grid min-w-0 grid-cols-1 gap-3.5">
            <ExampleCard terms={counts ? read.terms : null} of={example} read={exampleOf} onChange={setExample} />
            {plan && saved && <SwitchOn plan={plan} draft={saved} page={page} changed={changed} />}
            {plan && <VersionList plan={plan} />}
          </div>
        </div>
        <Simulation
          planId={plan?.id ?? ""}
          held={(plan?.people ?? 0) > 0}
          months={values.months}
          terms={right ? sent<PlanInput["terms"]>(read.terms) : null}
          currency={currency}
          onFaults={showFaults}
        />
      </div>
    </PlanEditing>
  );
}
