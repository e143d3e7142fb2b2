// One row per table and book. A migration that adds a table adds its line here: without a row of one's own book, of another book and of
// another company nothing would be proved about the table, and tests/access/raw-sql.test.ts says so.
import type { Ids } from "./ids";
import { importRows } from "./import-rows";
import { type Row, secretHash } from "./insert";
import { knowledgeRows } from "./knowledge-rows";
import { planRows } from "./plan-rows";
import { touchRows } from "./touch-rows";

/** Who and what a book's rows name. Texts of a book hold ids.word; texts that the whole company may read hold the label instead. */
export type Cast = { label: string; owner: string; deputy: string; lead: string; specialist: string | null };

/** Rows in the order of their foreign keys; tenant_id is added. Tables of people (member, saved_view) are filled by world/people.ts. */
export const rows: Record<string, (ids: Ids, cast: Cast) => Row | Row[]> = {
  team: (ids, cast) => [
    { id: ids.team, name: `team ${cast.label}` },
    { id: ids.looseTeam, name: `loose team ${cast.label}` },
    { id: ids.division, name: `division ${cast.label}` },
  ],
  team_link: (ids) => ({ id: ids.teamLink, team_id: ids.team, parent_id: ids.division, starts_on: "2024-01-01" }),
  team_member: (ids, cast) => [
    { id: ids.teamMember, team_id: ids.team, member_id: ids.member, role: "member", starts_on: "2024-01-01" },
    { team_id: ids.team, member_id: cast.lead, role: "lead", starts_on: "2024-01-01" },
    { team_id: ids.team, member_id: cast.owner, role: "member", starts_on: "2024-01-01" },
  ],
  invitation: (ids, cast) => ({
    id: ids.invitation,
    email: `guest@${cast.label}.test`,
    name: `guest ${cast.label}`,
    roles: ["kam"],
    team_id: ids.team,
    locale: "en",
    token_hash: secretHash(ids.inviteToken),
    expires_at: "2099-01-01",
    invited_by: cast.lead,
  }),
  working_calendar: (ids, cast) => ({
    id: ids.calendar,
    name: `calendar ${cast.label}`,
    week: JSON.stringify([[{ from: 540, to: 1080 }], [], [], [], [], [], []]),
  }),
  calendar_override: (ids) => ({ id: ids.calendarDay, calendar_id: ids.calendar, day: "2026-03-16", kind: "off" }),
  industry: (ids, cast) => ({ id: ids.industry, name: `industry ${cast.label}` }),
  region: (ids, cast) => ({ id: ids.region, name: `region ${cast.label}` }),
  tag: (ids, cast) => [
    { id: ids.tag, name: `tag ${cast.label}` },
    { id: ids.unusedTag, name: `unused tag ${cast.label}` },
  ],
  client: (ids) => [
    {
      id: ids.client,
      code: ids.code,
      kind: "entrepreneur",
      name: `client ${ids.word}`,
      name_key: `client ${ids.word}`,
      inn: ids.inn,
      industry_id: ids.industry,
      region_id: ids.region,
      city: `city ${ids.word}`,
      since: "2024-01-01",
    },
    {
      id: ids.client2,
      code: `second-${ids.code}`,
      kind: "person",
      name: `second ${ids.word}`,
      name_key: `second ${ids.word}`,
      since: "2024-01-01",
    },
    {
      id: ids.archivedClient,
      code: `third-${ids.code}`,
      kind: "company",
      name: `third ${ids.word}`,
      name_key: `third ${ids.word}`,
      parent_id: ids.client,
      archived_at: "2026-01-01",
    },
  ],
  assignment: (ids, cast) => [
    assignment(ids.client, cast.owner, "primary", { id: ids.ownerAssignment, share: 100 }),
    assignment(ids.client, cast.deputy, "deputy", { id: ids.assignment, ends_on: "2027-01-01" }),
    assignment(ids.client2, cast.owner, "primary", { share: 100 }),
    assignment(ids.archivedClient, cast.owner, "primary", { share: 100 }),
    ...(cast.specialist === null
      ? []
      : [ids.client, ids.client2, ids.archivedClient].map((client) =>
          assignment(client, cast.specialist, "specialist", { share: 0 }),
        )),
  ],
  client_tag: (ids) => ({ client_id: ids.client, tag_id: ids.tag }),
  contact: (ids) => [
    { id: ids.contact, client_id: ids.client, name: `contact ${ids.word}`, birthday: "1980-03-20", is_key: true },
    { id: ids.contact2, client_id: ids.client, name: `colleague ${ids.word}` },
    {
      id: ids.mergedContact,
      client_id: ids.client,
      name: `former ${ids.word}`,
      archived_at: "2026-01-01",
      merged_into: ids.contact,
    },
  ],
  contact_channel: (ids) => ({
    id: ids.channel,
    client_id: ids.client,
    contact_id: ids.contact,
    kind: "phone",
    value: ids.phone,
    value_key: ids.phone,
  }),
  ...knowledgeRows,
  audit_entry: (ids, cast) => [
    {
      member_id: cast.owner,
      client_id: ids.client,
      action: `audit ${ids.word}`,
      op: "event",
      table_name: null,
      row_id: null,
      changes: {},
    },
    // What the client's own story tells.
    {
      member_id: cast.owner,
      client_id: ids.client,
      action: "updateClient",
      op: "update",
      table_name: "client",
      row_id: ids.client,
      changes: { city: ["", `city ${ids.word}`] },
    },
  ],
  idempotency_key: (ids, cast) => ({
    member_id: cast.owner,
    key: ids.client,
    action: `key ${ids.word}`,
    input_hash: secretHash(ids.word),
    result: { ok: true },
  }),
  outbox_mail: (ids) => ({
    id: ids.mail,
    kind: "invitation",
    to_address: `invited@${ids.word}.test`,
    subject: `subject ${ids.word}`,
    body: `body ${ids.word}`,
    status: "held",
    message_id: `<${ids.mail}@grange>`,
  }),
  notice: (ids, cast) => ({
    id: ids.notice,
    kind: "inn-taken",
    member_id: cast.owner,
    client_id: ids.client,
    detail: { inn: ids.inn },
  }),
  ...importRows,
  ...touchRows,
  ...planRows,
  merge: (ids, cast) => [
    { ...merged(ids, cast), id: ids.clientMerge, kind: "client", winner_id: ids.client, loser_id: ids.archivedClient },
    {
      ...merged(ids, cast),
      id: ids.contactMerge,
      kind: "contact",
      winner_id: ids.contact,
      loser_id: ids.mergedContact,
    },
  ],
};

function assignment(client: string, member: string | null, role: string, more: Row): Row {
  return { client_id: client, member_id: member, role, starts_on: "2024-01-01", ...more };
}

const merged = (ids: Ids, cast: Cast): Row => ({
  client_id: ids.client,
  loser_name: `merged ${ids.word}`,
  moved: "[]",
  filled: {},
  loser_archived_at: "2026-01-01",
  created_by: cast.owner,
});
