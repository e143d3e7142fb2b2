import { z } from "zod";
import { daysBetween } from "@/lib/domain/calendar-date";
import { relativeDays } from "@/lib/i18n/format";
import type { TimelineSource } from "../source";

const promise = z.object({
  side: z.enum(["ours", "theirs"]),
  text: z.string(),
  dueOn: z.string(),
  status: z.enum(["open", "kept", "broken", "released"]),
  contact: z.string().nullable(),
});

const columns = `jsonb_build_object('side', p.side, 'text', p.text, 'dueOn', p.due_on, 'status', p.status, 'contact',
  (select k.name from contact k where k.tenant_id = p.tenant_id and k.client_id = p.client_id and k.id = p.contact_id)) facts`;
const tones = { kept: "green", broken: "red", released: "neutral" } as const;

export const promises: TimelineSource = {
  group: "promises",
  past({ days }) {
    const { at, after, order } = days("p.story_on", "p.id");
    return `select ${at} at, p.id::text id, ${columns} from promise p
      where p.client_id = $1::uuid and p.deleted_at is null and (p.status <> 'open' or p.due_on < $4::date) and ${after} ${order}`;
  },
  ahead: `select (p.due_on::timestamp at time zone $3::text) at, p.id::text id, ${columns} from promise p
    where p.client_id = $1::uuid and p.deleted_at is null and p.status = 'open' and p.due_on >= $4::date order by p.due_on, p.id limit $5::int`,
  entry(facts, { t, locale, today, clientId }) {
    const { side, text, dueOn, status, contact } = promise.parse(facts);
    const words = {
      title: t(`kinds.promise.${side}`),
      text,
      tail: contact ?? undefined,
      href: `/clients/${clientId}#promises`,
    };
    if (status !== "open") return { ...words, badge: { text: t(`kinds.promise.${status}`), tone: tones[status] } };
    const days = daysBetween(today, dueOn);
    if (days < 0)
      return { ...words, mark: "late", badge: { text: t("kinds.promise.late", { days: -days }), tone: "red" } };
    return {
      ...words,
      mark: "waits",
      badge: { text: relativeDays(days, locale), tone: days <= 3 ? "amber" : "neutral" },
    };
  },
};
