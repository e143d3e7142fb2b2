import { type ChannelKind, channelKey } from "@/lib/domain/channel";
import type { CellFault, KindContext, RowDraft } from "../kind";
import { clientReference } from "../sql/reference";
import { execute } from "../sql/staged";
import { recordMade, tableKind } from "../sql/table-kind";
import { contactFields } from "./contact-fields";

/** People of clients, by client and name; phones, e-mails and messengers are added to those that the person has. */
export const contacts = tableKind({
  name: "contacts",
  table: "contact",
  fields: contactFields,
  // "kind key value" a line each, for the statement that adds them.
  hidden: [{ field: "channels", type: "text" }],
  either: [["contact_name", "last_name", "first_name"]],
  finish,
  references: [clientReference()],
  existing: `select t.id from public.contact t where t.tenant_id = (select app.tenant()) and t.client_id = ref_client.id and lower(t.name) = lower(s.contact_name)
    and t.archived_at is null order by t.created_at limit 1`,
  fileKey: "ref_client.id || ' ' || lower(s.contact_name)",
  targets: [
    { column: "client_id", from: [], value: "ref_client.id" },
    { column: "name", from: [], value: "s.contact_name" },
    { column: "job_title", from: ["job_title"], value: "s.job_title" },
    { column: "birthday", from: ["birthday"], value: "s.birthday" },
    { column: "note", from: ["note"], value: "s.note" },
  ],
  problems: ({ scope }: KindContext) => [
    `select s.row_no, 'birthday', 'day-future', s.birthday::text from staged s where s.birthday > '${scope.today}'::date`,
  ],
  after: addChannels,
});

function finish(row: RowDraft): CellFault | null {
  const parts = [row.text("last_name"), row.text("first_name"), row.text("middle_name")].filter(
    (part) => part !== null,
  );
  const name = row.text("contact_name") ?? (parts.join(" ") || null);
  if (!name) return { field: "contact_name", code: "required" };
  row.set("contact_name", name.slice(0, 200));
  const channels: string[] = [];
  for (const [field, kind, fault] of [
    ["phones", "phone", "phone-invalid"],
    ["emails", "email", "email-invalid"],
    ["messengers", "other", "email-invalid"],
  ] as const) {
    for (const value of separate(row.text(field), kind)) {
      const key = channelKey(kind, value);
      if (!key) return { field, code: fault };
      channels.push(`${kind}\t${key}\t${value.slice(0, 200)}`);
    }
  }
  row.set("channels", channels.join("\n") || null);
  return null;
}

// Exports put several into one cell: "+7 495 1234567, +7 916 1234567".
function separate(text: string | null, kind: ChannelKind): string[] {
  const lines = text?.split(kind === "other" ? "\n" : /[\n,;]/) ?? [];
  return lines.map((one) => one.trim()).filter((one) => one !== "");
}

async function addChannels(of: KindContext): Promise<void> {
  await execute(
    of.scope,
    `create temp table spoken on commit drop as
     select distinct on (contact_id, kind, key) gen_random_uuid() as id, contact_id, client_id, kind, key, value from (
       select g.id as contact_id, g.client_id, split_part(c.line, e'\\t', 1) as kind, split_part(c.line, e'\\t', 2) as key, split_part(c.line, e'\\t', 3) as value, c.place
       from good g join staged s using (row_no) cross join unnest(string_to_array(s.channels, e'\\n')) with ordinality c(line, place)
       where g.is_new or $1) x
     where not exists (select from public.contact_channel h where h.tenant_id = (select app.tenant()) and h.contact_id = x.contact_id and h.kind = x.kind and h.value_key = x.key)
     order by contact_id, kind, key, place`,
    of.options.update,
  );
  await execute(
    of.scope,
    "insert into public.contact_channel (id, client_id, contact_id, kind, value, value_key) select id, client_id, contact_id, kind, value, key from spoken",
  );
  await recordMade(of, "contact_channel", "select id from spoken", true);
}
