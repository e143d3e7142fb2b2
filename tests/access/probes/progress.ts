import { POST as creditLines } from "@/app/api/exports/credit-lines/route";
import { POST } from "@/app/api/exports/progress/route";
import { POST as behind } from "@/app/api/exports/progress-behind/route";
import { POST as clients } from "@/app/api/exports/progress-clients/route";
import { POST as months } from "@/app/api/exports/progress-months/route";
import { POST as movers } from "@/app/api/exports/progress-movers/route";
import { POST as year } from "@/app/api/exports/progress-year/route";
import { loadCreditLines, loadProgress } from "@/lib/features/progress/queries";
import { creditLineFilter, progressFilter } from "@/lib/features/progress/schema";
import { probe } from "./probe";

export default [
  probe.query(loadProgress, {
    args: (ids) => [progressFilter.parse({ by: "client", client: ids.client, group: ids.productGroup })],
  }),
  probe.query(loadProgress, {
    args: (ids) => [progressFilter.parse({ by: "manager", lose: ids.client, list: "active" })],
  }),
  probe.query(loadProgress, { args: (ids) => [progressFilter.parse({ by: "client", member: ids.member })] }),
  probe.query(loadProgress, { args: (ids) => [progressFilter.parse({ team: ids.team, region: ids.region })] }),
  probe.query(loadProgress, {
    args: (ids) => [progressFilter.parse({ by: "client", view: "owner", client: ids.client })],
  }),
  probe.query(loadCreditLines, {
    args: (ids) => [
      creditLineFilter.parse({
        member: ids.member,
        client: ids.client,
        group: ids.productGroup,
        from: "2026-01-01",
        to: "2026-02-01",
      }),
    ],
  }),
  probe.exported(clients, { query: () => ({ list: "active" }) }),
  probe.exported(creditLines, {
    query: (ids) => ({ member: ids.member, client: ids.client, from: "2026-01-01", to: "2026-02-01" }),
  }),
  probe.exported(behind, { query: (ids) => ({ member: ids.member }) }),
  probe.exported(movers, { query: () => ({ since: "2026-01-01" }) }),
  probe.exported(year, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(months, { query: (ids) => ({ by: "client", client: ids.client }) }),
  probe.exported(POST, { query: (ids) => ({ by: "client", client: ids.client, group: ids.productGroup }) }),
];
