import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { type Running, runningSums } from "@/lib/domain/running-sums";
import { shortDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import type { ListedLate } from "../movers";
import type { Behind, BehindClient } from "../pull-down";
import { progressFilter } from "../schema";
import type { Mover } from "./client-facts";
import { type ClientReason, progressOf } from "./progress";

type Moved = { sold: Mover; late?: undefined } | { sold?: undefined; late: ListedLate };

/** Everybody who bought since a day, the most first, then everybody who fell out of the own rhythm since. */
export const exportProgressMovers = exportFile(
  { name: "progressMovers", ability: "client:read", filter: progressFilter },
  async (scope, filter): Promise<Exported<Moved>> => {
    const { movers, currency } = await progressOf(scope, filter, null);
    const t = translator(scope.locale, "progress");
    const e = translator(scope.locale, "exports");
    const sales = translator(scope.locale, "sales");
    const { text, number, money } = exportFields<Moved>(scope);
    return {
      title: movers ? t("movers.title", { day: shortDay(movers.since, scope.locale, scope.today) }) : t("movers.sold"),
      fields: [
        text("client", t("list.client"), (row) => (row.sold ?? row.late).name, 36),
        text("what", e("kind"), (row) => (row.sold ? e("bought") : t("movers.late")), 22),
        money("amount", sales("chart.amount"), currency, (row) => row.sold?.amount ?? null),
        number("lines", e("saleLines"), (row) => row.sold?.lines ?? null),
        number("silentFor", e("silentFor"), (row) => row.late?.silentFor ?? null),
        number("usual", e("usualGap"), (row) => row.late?.usual ?? null),
      ],
      rows: [
        ...(movers?.clients ?? []).map((sold): Moved => ({ sold })),
        ...(movers?.late ?? []).map((late): Moved => ({ late })),
      ],
    };
  },
);

type BehindRow = { member: Behind; client: BehindClient | null };

/** Everybody below the plan to date, with all the clients that make it and why: one row for each client. */
export const exportProgressBehind = exportFile(
  { name: "progressBehind", ability: "client:read", filter: progressFilter },
  async (scope, filter): Promise<Exported<BehindRow>> => {
    const { behind, currency, knowsPlan } = await progressOf(scope, filter, null);
    const t = translator(scope.locale, "progress");
    const words = translator(scope.locale, "words");
    const { text, money } = exportFields<BehindRow>(scope);
    const why = (one: ClientReason) =>
      one.kind === "rhythm"
        ? t("behind.rhythmTitle", { days: one.silentFor, usual: String(one.usual) })
        : one.never
          ? t("behind.neverTitle")
          : t("behind.touchTitle", { days: one.late });
    return {
      title: t("behind.title"),
      fields: [
        text("member", t("column.manager"), ({ member }) => member.name ?? words("unassigned"), 28),
        money("memberDeviation", t("file.behindMember"), currency, ({ member }) => member.deviation),
        text("client", t("list.client"), ({ client }) => client?.label ?? null, 36),
        money("deviation", t("columnTitle.deviation"), currency, ({ client }) => client?.deviation ?? null),
        text("why", t("file.why"), ({ client }) => client?.reasons.map(why).join("; ") ?? null, 60),
      ],
      rows: (knowsPlan ? behind : []).flatMap((member): BehindRow[] =>
        member.clients.length > 0 ? member.clients.map((client) => ({ member, client })) : [{ member, client: null }],
      ),
    };
  },
);

type YearMonth = { running: Running; plan: bigint | null; fact: bigint };

/** The year's plan and fact by month and added up, as the chart draws them. */
export const exportProgressYear = exportFile(
  { name: "progressYear", ability: "client:read", filter: progressFilter },
  async (scope, filter): Promise<Exported<YearMonth>> => {
    const { total, currency, today, span } = await progressOf(scope, filter);
    const t = translator(scope.locale, "progress");
    const { day, money } = exportFields<YearMonth>(scope);
    return {
      title: t("chart.title", { year: span.year[0]?.slice(0, 4) ?? "" }),
      fields: [
        day("month", t("chart.month"), ({ running }) => running.month),
        money("plan", t("chart.planMonth"), currency, ({ plan }) => plan),
        money("fact", t("chart.factMonth"), currency, ({ running, fact }) => (running.fact === null ? null : fact)),
        money("planSum", t("chart.planSum"), currency, ({ running }) => running.plan),
        money("factSum", t("chart.factSum"), currency, ({ running }) => running.fact),
      ],
      rows: runningSums(total.months, today).map((running, at) => ({
        running,
        plan: total.months[at]?.plan ?? null,
        fact: total.months[at]?.fact ?? 0n,
      })),
    };
  },
);
