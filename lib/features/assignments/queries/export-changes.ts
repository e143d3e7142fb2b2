import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { addDays } from "@/lib/domain/calendar-date";
import { translator } from "@/lib/i18n/messages";
import { listRecent, listUpcoming, type RecentOrder, type Upcoming } from "./changes";

const nothing = z.object({});
/** Orders that a file reaches back. */
const RECENT = 1000;

type Coming = Omit<Upcoming, "clients"> & { client: string };

/** What is ordered for later days, a row for each client. */
export const exportUpcoming = exportFile(
  { name: "upcoming", ability: "assignment:edit", filter: nothing },
  async (scope): Promise<Exported<Coming>> => {
    const t = translator(scope.locale, "assignments");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, day } = exportFields<Coming>(scope);
    return {
      title: t("admin.upcoming"),
      fields: [
        day("on", e("nextDay"), (row) => row.on),
        day("until", e("lastDay"), (row) => row.until && addDays(row.until, -1)),
        text("role", t("order.as"), (row) => words(`assignmentRole.${row.role}`)),
        text("client", e("client"), (row) => row.client, 36),
        text("from", e("owner"), (row) => row.from ?? words("unassigned"), 28),
        text("to", t("order.to"), (row) => row.to ?? words("unassigned"), 28),
        text("reason", t("order.reason"), (row) => row.reason, 40),
      ],
      rows: (await listUpcoming(scope)).flatMap(({ clients, ...how }) =>
        clients.map(({ name }) => ({ ...how, client: name })),
      ),
    };
  },
);

/** The newest orders: who gave what to whom. */
export const exportRecentOrders = exportFile(
  { name: "recentOrders", ability: "assignment:edit", filter: nothing },
  async (scope): Promise<Exported<RecentOrder>> => {
    const t = translator(scope.locale, "assignments");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, day, number, moment, yesNo } = exportFields<RecentOrder>(scope);
    const names = (row: RecentOrder) =>
      t("admin.names", { names: row.names.join(", "), more: Math.max(0, row.clients - row.names.length) });
    return {
      title: t(scope.reach === "all" ? "admin.recent" : "admin.recentOwn"),
      fields: [
        day("on", e("nextDay"), (row) => row.on),
        day("until", e("lastDay"), (row) => row.until && addDays(row.until, -1)),
        text("role", t("order.as"), (row) => words(`assignmentRole.${row.role}`)),
        text("from", e("ownersBefore"), (row) => row.from.join(", "), 28),
        text("to", t("order.to"), (row) => row.to, 28),
        number("clients", t("admin.clients"), (row) => row.clients),
        text("names", e("client"), names, 40),
        text("reason", t("order.reason"), (row) => row.reason, 40),
        text("by", e("orderedBy"), (row) => row.by, 24),
        moment("at", e("moment"), (row) => row.at),
        yesNo("undone", t("admin.recentUndone"), (row) => row.undone),
      ],
      rows: await listRecent(scope, RECENT),
    };
  },
);
