import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { reasonSentence } from "@/lib/i18n/reason-words";
import { readToday, type TodayDate, type TodayPromise, type TodayRow } from "../queries";

const nothing = z.object({});

/** Whom to call today and why, in the order of the screen: everybody, where the screen has the first of them. */
export const exportToday = exportFile(
  { name: "today", ability: "client:read", filter: nothing },
  async (scope): Promise<Exported<TodayRow>> => {
    const t = translator(scope.locale, "today");
    const e = translator(scope.locale, "exports");
    const { text, day } = exportFields<TodayRow>(scope);
    const words = { t, locale: scope.locale, today: scope.today };
    return {
      title: t("listTitle"),
      fields: [
        text("client", e("client"), (row) => row.name, 36),
        text("tier", e("tier"), (row) => row.tier, 10),
        text("city", e("city"), (row) => row.city),
        text("why", e("reasons"), (row) => row.reasons.map((one) => reasonSentence(one, words)).join("; "), 60),
        text("contact", e("contact"), (row) => row.contact?.name ?? null, 28),
        text("phone", e("phone"), (row) => row.contact?.phone ?? null, 18),
        day("talkDay", e("lastTouch"), (row) => row.talk?.onDay ?? null),
        text("talk", e("lastWords"), (row) => row.talk?.text ?? null, 48),
      ],
      rows: (await readToday(scope, null)).rows,
    };
  },
);

/** What is promised for the week by both sides, of all clients that the reader looks after. */
export const exportTodayPromises = exportFile(
  { name: "todayPromises", ability: "client:read", filter: nothing },
  async (scope): Promise<Exported<TodayPromise>> => {
    const t = translator(scope.locale, "touches");
    const e = translator(scope.locale, "exports");
    const { text, day, number } = exportFields<TodayPromise>(scope);
    return {
      title: translator(scope.locale, "today")("promises"),
      fields: [
        text("client", e("client"), (row) => row.clientName, 36),
        text("side", t("form.side"), (row) => t(`form.${row.side}`)),
        text("text", t("form.promiseText"), (row) => row.text, 48),
        day("due", t("form.due"), (row) => row.dueOn),
        number("late", e("daysLate"), (row) => row.late || null),
        text("contact", t("form.with"), (row) => row.contactName, 24),
        text("owner", e("owner"), (row) => row.ownerName, 24),
      ],
      rows: (await readToday(scope, null)).promises,
    };
  },
);

/** Who of the clients' people has a birthday this week. */
export const exportTodayDates = exportFile(
  { name: "todayDates", ability: "client:read", filter: nothing },
  async (scope): Promise<Exported<TodayDate>> => {
    const e = translator(scope.locale, "exports");
    const { text, day } = exportFields<TodayDate>(scope);
    return {
      title: translator(scope.locale, "today")("dates"),
      fields: [
        day("on", e("day"), (row) => row.reason.on),
        text("name", e("contact"), (row) => row.reason.name, 28),
        text("client", e("client"), (row) => row.clientName, 36),
      ],
      rows: (await readToday(scope, null)).dates,
    };
  },
);
