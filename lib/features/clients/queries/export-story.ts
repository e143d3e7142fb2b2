import { exportFields } from "@/lib/access/export-fields";
import type { Exported } from "@/lib/access/export-file";
import { addDays } from "@/lib/domain/calendar-date";
import type { StoryEntry } from "@/lib/features/assignments/queries/story";
import { type ClientPartnerRow, listClientPartners } from "@/lib/features/partners/queries";
import { type TimelineEntry, timelineKind, wholeTimeline } from "@/lib/features/timeline/queries";
import { lastTalk } from "@/lib/features/touches/queries/last-talk";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import { translator } from "@/lib/i18n/messages";
import { clientView } from "./client-view";
import { exportOfClient } from "./export-of-client";

/** A client's story in the order of the page, of one kind or all: what lies ahead, then what was, on all pages. */
export const exportClientTimeline = exportOfClient(
  { name: "clientTimeline", filter: timelineKind },
  async (scope, client, { kind }): Promise<Exported<TimelineEntry>> => {
    const t = translator(scope.locale, "timeline");
    const e = translator(scope.locale, "exports");
    const { text, day, moment } = exportFields<TimelineEntry>(scope);
    return {
      title: t("title"),
      fields: [
        day("day", e("day"), (row) => row.day),
        moment("at", e("moment"), (row) => new Date(row.at)),
        text("group", e("kind"), (row) => t(`group.${row.group}`)),
        text("title", e("entry"), (row) => row.title, 36),
        text("text", e("about"), (row) => row.text ?? null, 40),
        text("body", e("inFull"), (row) => row.body ?? null, 60),
        text("tail", e("details"), (row) => row.tail ?? null, 30),
        text("badge", e("mark"), (row) => row.badge?.text ?? null),
      ],
      rows: wholeTimeline(scope, { clientId: client, kind, locale: scope.locale }),
    };
  },
);

/** What both sides have promised: the open ones by due day, then what ended lately. */
export const exportClientPromises = exportOfClient(
  { name: "clientPromises" },
  async (scope, client): Promise<Exported<PromiseRow>> => {
    const t = translator(scope.locale, "touches");
    const e = translator(scope.locale, "exports");
    const { text, day, number } = exportFields<PromiseRow>(scope);
    return {
      title: t("promises.title"),
      fields: [
        text("side", t("form.side"), (row) => t(`form.${row.side}`)),
        text("text", t("form.promiseText"), (row) => row.text, 48),
        day("due", t("form.due"), (row) => row.dueOn),
        text("status", e("status"), (row) => t(`promises.status.${row.status}`)),
        number("late", e("daysLate"), (row) => row.late || null),
        day("closedOn", e("closedDay"), (row) => row.closedOn),
        text("contact", t("form.with"), (row) => row.contactName, 24),
        text("owner", e("owner"), (row) => row.ownerName, 24),
      ],
      rows: (await lastTalk(scope, client)).promises,
    };
  },
);

/** Who of ours works with a client, will and did. */
export const exportClientTeam = exportOfClient(
  { name: "clientTeam" },
  async (scope, client): Promise<Exported<StoryEntry>> => {
    const t = translator(scope.locale, "assignments");
    const e = translator(scope.locale, "exports");
    const { text, day, percent } = exportFields<StoryEntry>(scope);
    return {
      title: t("story.title"),
      fields: [
        text("name", e("person"), (row) => row.name, 28),
        text("role", t("order.as"), (row) => t(`order.role.${row.role}`)),
        day("from", e("nextDay"), (row) => row.startsOn),
        day("last", e("lastDay"), (row) => row.endsOn && addDays(row.endsOn, -1)),
        percent("share", t("order.share"), (row) => row.share / 100),
        text("by", e("orderedBy"), (row) => row.by, 24),
        text("reason", t("order.reason"), (row) => row.reason, 40),
      ],
      rows: (await clientView(scope, client)).story,
    };
  },
);

/** Who else works for a client with us, and whom to call there. */
export const exportClientPartners = exportOfClient(
  { name: "clientPartners" },
  async (scope, client): Promise<Exported<ClientPartnerRow>> => {
    const t = translator(scope.locale, "partners");
    const { text } = exportFields<ClientPartnerRow>(scope);
    return {
      title: t("client.title"),
      fields: [
        text("partner", t("client.form.partner"), (row) => row.partnerName, 36),
        text("role", t("client.form.role"), (row) => t(`kind.${row.role}`)),
        text("person", t("client.form.person"), (row) => row.personName, 28),
        text("jobTitle", t("person.jobTitle"), (row) => row.personTitle),
        text("phone", t("person.phone"), (row) => row.phone, 18),
        text("email", t("person.email"), (row) => row.email, 28),
        text("note", t("client.form.note"), (row) => row.note, 40),
      ],
      rows: await listClientPartners(scope, client),
    };
  },
);
