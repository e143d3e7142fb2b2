import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { fiscalYearOf, monthsOfYear } from "@/lib/domain/fiscal-year";
import { monthName } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import { comparisonFilter, planFilter } from "../schema";
import { type ComparedRow, comparePlanVersions } from "./comparison";
import { listPlans, type PlanRow } from "./plan-list";
import { type PlanVersionRow, planSheet } from "./plan-sheet";
import { type ShareRow, teamShares } from "./team-shares";

/** The plans of a year as the list shows them. */
export const exportPlans = exportFile(
  { name: "plans", ability: "client:read", filter: planFilter },
  async (scope, filter): Promise<Exported<PlanRow>> => {
    const { currency, fiscalStartMonth } = scope.company;
    const year = filter.year ?? fiscalYearOf(scope.today, fiscalStartMonth);
    const t = translator(scope.locale, "plans");
    const e = translator(scope.locale, "exports");
    const { text, number, money, day } = exportFields<PlanRow>(scope);
    return {
      title: `${t("title")} ${year}`,
      fields: [
        text("member", t("list.who"), (row) => row.memberName, 28),
        text("team", e("teams"), (row) => row.teamName, 24),
        text("kind", t("form.kind"), (row) => t(`kind.${row.kind}`), 14),
        money("figure", t("list.figure"), currency, (row) => row.figure),
        number("clients", t("list.clients"), (row) => row.clients || null),
        text("status", t("list.status"), (row) => t(`state.${row.status}`), 16),
        number("version", t("list.version"), (row) => row.number),
        day("inForceFrom", t("act.inForceFrom"), (row) => row.inForceFrom),
        money("standing", e("standing"), currency, ({ standing }) => standing?.figure ?? null),
      ],
      rows: await listPlans(scope, monthsOfYear(year, fiscalStartMonth)[0] ?? ""),
    };
  },
);

/** The figure of a team or of the company among its people, beside what their own plans say. */
export const exportPlanShares = exportFile(
  { name: "planShares", ability: "client:read", filter: z.object({ plan: z.uuid().optional().catch(undefined) }) },
  async (scope, { plan }): Promise<Exported<ShareRow>> => {
    const shares = plan ? await teamShares(scope, plan) : null;
    if (!shares) throw new Refusal("not-found");
    const t = translator(scope.locale, "plans");
    const { currency } = scope.company;
    const { text, number, money } = exportFields<ShareRow>(scope);
    return {
      title: t("shares.title"),
      fields: [
        text("member", t("shares.who"), (row) => row.name, 28),
        number("clients", t("shares.clients"), (row) => row.clients),
        money("lastYear", t("shares.lastYear"), currency, (row) => row.lastYear),
        money("top", t("shares.top"), currency, (row) => row.share),
        money("bottom", t("shares.bottom"), currency, (row) => row.plan?.figure ?? null),
        text("status", t("list.status"), (row) => row.plan && t(`state.${row.plan.status}`), 16),
        money("difference", t("shares.difference"), currency, (row) => row.plan && row.plan.figure - row.share),
      ],
      rows: shares,
    };
  },
);

/** What one version of a plan changed against another: the rows that differ, both amounts of each month beside each other. */
export const exportPlanComparison = exportFile(
  {
    name: "planComparison",
    ability: "client:read",
    filter: comparisonFilter.extend({ plan: z.uuid().optional().catch(undefined) }),
  },
  async (scope, { plan, with: other }): Promise<Exported<ComparedRow>> => {
    const compared = plan && other ? await comparePlanVersions(scope, plan, other) : null;
    if (!compared) throw new Refusal("not-found");
    const t = translator(scope.locale, "plans");
    const e = translator(scope.locale, "exports");
    const { text, money } = exportFields<ComparedRow>(scope);
    const { before, after, months, currency, rows } = compared;
    const title = t("compare.title", { before: String(before.number), after: String(after.number) });
    const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    const pair = (id: string, what: string, of: (amounts: readonly bigint[]) => bigint) => [
      money(id, e("version", { what, number: String(before.number) }), currency, (row) => of(row.before)),
      money(id, e("version", { what, number: String(after.number) }), currency, (row) => of(row.after)),
    ];
    return {
      title: `${title} · ${after.memberName}`,
      fields: [
        text("client", t("compare.row"), (row) => (row.id ? row.name : t("compare.figures")), 36),
        money("change", t("compare.change"), currency, (row) => row.change),
        ...pair("year", t("grid.year"), sum),
        ...months.flatMap((month, at) =>
          pair(
            month,
            `${monthName(Number(month.slice(5, 7)), scope.locale)} ${month.slice(0, 4)}`,
            (amounts) => amounts[at] ?? 0n,
          ),
        ),
      ],
      rows,
    };
  },
);

/** Every version of a plan, the newest first: whose it was, why, and from when it counts. */
export const exportPlanVersions = exportFile(
  { name: "planVersions", ability: "client:read", filter: z.object({ plan: z.uuid().optional().catch(undefined) }) },
  async (scope, { plan }): Promise<Exported<PlanVersionRow>> => {
    const sheet = plan ? await planSheet(scope, plan) : null;
    if (!sheet) throw new Refusal("not-found");
    const t = translator(scope.locale, "plans");
    const e = translator(scope.locale, "exports");
    const { text, number, money, moment, day } = exportFields<PlanVersionRow>(scope);
    const at = (moment: string | null) => (moment ? new Date(moment) : null);
    return {
      title: `${t("versions.title")} · ${sheet.member.name}`,
      fields: [
        number("version", t("list.version"), (row) => row.number),
        text("status", t("list.status"), (row) => t(`state.${row.status}`), 16),
        money("figure", t("list.figure"), sheet.currency, (row) => row.figure),
        text("createdBy", e("drawnUpBy"), (row) => row.createdBy, 24),
        moment("createdAt", e("drawnUp"), (row) => at(row.createdAt)),
        text("approvedBy", e("approvedBy"), (row) => row.approvedBy, 24),
        moment("approvedAt", e("approved"), (row) => at(row.approvedAt)),
        day("inForceFrom", t("act.inForceFrom"), (row) => row.inForceFrom),
        text("reason", e("reason"), (row) => row.reason, 40),
      ],
      rows: sheet.versions,
    };
  },
);
