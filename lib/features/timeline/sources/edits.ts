import { z } from "zod";
import { list } from "@/lib/i18n/format";
import type { EntryWords, TimelineSource } from "../source";

const edit = z.object({
  what: z.enum(["client-insert", "client-update", "contact-insert", "contact-update"]),
  by: z.string().nullable(),
  contact: z.string().nullable(),
  contactId: z.string().nullable(),
  /** column → [old, new], or [] where the value is nobody's business here. */
  changes: z.record(z.string(), z.array(z.unknown())),
});

// What a reader of the story wants to know; anything else is the audit trail's.
const told = [
  "name",
  "legal_name",
  "inn",
  "kpp",
  "ogrn",
  "tier",
  "work_mode",
  "city",
  "region_id",
  "industry_id",
  "parent_id",
  "since",
  "website",
  "zone",
  "note",
] as const;
const toldOfPeople = [
  "name",
  "job_title",
  "level",
  "role",
  "is_key",
  "cadence_days",
  "birthday",
  "note",
  "reports_to_id",
] as const;

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : "—");

/** What was changed on the client's card and among its people, in words. */
export const edits: TimelineSource = {
  group: "card",
  past({ moments }) {
    const { after, order } = moments("e.at", "lpad(e.id::text, 20, '0')");
    return `select e.at, lpad(e.id::text, 20, '0') id, jsonb_build_object('what', e.table_name || '-' || e.op, 'by', e.member_name, 'contact', e.contact_name,
        'contactId', case when e.table_name = 'contact' then e.row_id end, 'changes', e.changes) facts
      from app.client_edits($1::uuid, $2::timestamptz, $5::int + 5) e where ${after} ${order}`;
  },
  entry(facts, { t, locale, clientId }): EntryWords {
    const { what, by, contact, contactId, changes } = edit.parse(facts);
    const tail = by ?? undefined;
    const archived = changes.archived_at;
    const whose = what.startsWith("client") ? "client" : "contact";
    const state = archived ? (archived[1] ? "archived" : "restored") : what.endsWith("insert") ? "added" : "changed";
    const title = t(`kinds.edit.${whose}.${state}`);
    if (whose === "contact") {
      const href = contactId ? `/clients/${clientId}/people#${contactId}` : undefined;
      const fields = toldOfPeople.filter((name) => name in changes).map((name) => t(`kinds.edit.field.${name}`));
      const named = contact ?? t("kinds.edit.gone");
      const said = state === "changed" && fields.length > 0 ? `${named}: ${list(fields, locale)}` : named;
      return { title, text: said, tail, href };
    }
    if (state !== "changed") return { title, tail };
    const [first, ...more] = told.filter((name) => name in changes);
    if (!first) return { title, tail };
    const [before, now] = changes[first] ?? [];
    const plain =
      ["name", "legal_name", "inn", "kpp", "ogrn", "tier", "city", "website"].includes(first) && more.length === 0;
    const fields = [first, ...more].map((name) => t(`kinds.edit.field.${name}`));
    return {
      title,
      text: plain
        ? t("kinds.edit.fromTo", { field: fields[0] ?? "", before: text(before), now: text(now) })
        : list(fields, locale),
      tail,
    };
  },
};
