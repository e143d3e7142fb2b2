import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { listHolders, listPlans, type PayHolder, type PayPlanRow } from "./plans";

const nothing = z.object({});

/** The pay plans of the company, with the version in force and the draft of each. */
export const exportPayPlans = exportFile(
  { name: "payPlans", ability: "pay:edit", filter: nothing },
  async (scope): Promise<Exported<PayPlanRow>> => {
    const t = translator(scope.locale, "payPlans");
    const e = translator(scope.locale, "exports");
    const { text, number, day } = exportFields<PayPlanRow>(scope);
    const version = (row: PayPlanRow, status: "active" | "draft") => row.versions.find((one) => one.status === status);
    return {
      title: t("title"),
      fields: [
        text("name", t("name"), (row) => row.name, 32),
        text("kind", t("kind"), (row) => t(`kinds.${row.kind}`), 18),
        text("slip", t("slip"), (row) => t(`months.${row.months}`), 12),
        number("people", t("holdersCount"), (row) => row.people),
        number("version", e("versionInForce"), (row) => version(row, "active")?.number ?? null),
        day("from", e("inForceSince"), (row) => version(row, "active")?.inForceFrom ?? null),
        number("draft", e("draftVersion"), (row) => version(row, "draft")?.number ?? null),
      ],
      rows: await listPlans(scope),
    };
  },
);

/** Who has which pay plan today, and which one comes. */
export const exportPayHolders = exportFile(
  { name: "payHolders", ability: "pay:edit", filter: nothing },
  async (scope): Promise<Exported<PayHolder>> => {
    const t = translator(scope.locale, "payPlans");
    const e = translator(scope.locale, "exports");
    const { text, day, money } = exportFields<PayHolder>(scope);
    return {
      title: t("holders"),
      fields: [
        text("name", t("person"), (row) => row.name, 28),
        text("job", e("jobTitle"), (row) => row.jobTitle, 28),
        text("current", t("current"), (row) => row.current?.plan ?? null, 28),
        day("since", e("inForceSince"), (row) => row.current?.startsOn ?? null),
        money("base", t("base"), scope.company.currency, (row) => row.current?.base ?? null),
        text("next", t("comes"), (row) => (row.next ? (row.next.plan ?? t("nothing")) : null), 28),
        day("nextFrom", e("nextDay"), (row) => row.next?.startsOn ?? null),
      ],
      rows: await listHolders(scope),
    };
  },
);
