import type { Ids } from "./ids";
import type { Row } from "./insert";

/** Rows of what is known of a client and of its partners, in the order of their foreign keys. */
export const knowledgeRows: Record<string, (ids: Ids, cast: { label: string; owner: string }) => Row | Row[]> = {
  number_kind: (ids, { label }) => [
    {
      id: ids.numberKind,
      name_en: `number ${label}`,
      topic: "terms",
      unit: "days",
      half_life_days: 90,
      in_header: true,
    },
    { id: ids.unusedNumberKind, name_en: `other number ${label}`, topic: "terms", unit: "money", half_life_days: 90 },
  ],
  profile_question: (ids, { label }) => ({
    id: ids.question,
    section: "processes",
    text_en: `question ${label}`,
    kind: "text",
  }),
  key_number: (ids, { owner }) => ({
    id: ids.keyNumber,
    client_id: ids.client,
    kind_id: ids.numberKind,
    figure: 14,
    as_of: "2025-01-01",
    source: "person",
    contact_id: ids.contact,
    source_note: `note ${ids.word}`,
    created_by: owner,
  }),
  profile_answer: (ids, { owner }) => ({
    id: ids.answer,
    client_id: ids.client,
    question_id: ids.question,
    content: `answer ${ids.word}`,
    confirmed_by: owner,
    confirmed_on: "2025-01-01",
  }),
  need: (ids, { owner }) => ({
    id: ids.need,
    client_id: ids.client,
    kind: "need",
    title: `need ${ids.word}`,
    contact_id: ids.contact,
    raised_on: "2026-01-01",
    created_by: owner,
  }),
  client_address: (ids) => ({
    id: ids.clientAddress,
    client_id: ids.client,
    kind: "delivery",
    place: `gate ${ids.word}`,
    contact_id: ids.contact,
  }),
  contact_tie: (ids, { owner }) => ({
    id: ids.tie,
    client_id: ids.client,
    contact_id: ids.contact,
    member_id: owner,
    strength: 2,
  }),
  contact_fact: (ids, { owner }) => [
    fact(ids, owner, { id: ids.contactFact, is_private: false, content: `shared ${ids.word}` }),
    fact(ids, owner, { is_private: true, content: `private ${ids.word}` }),
  ],
  partner: (ids, { label }) => [
    { id: ids.partner, name: `partner ${label}`, kind: "logistics" },
    { id: ids.unusedPartner, name: `other partner ${label}`, kind: "bank" },
  ],
  partner_person: (ids, { label }) => [
    { id: ids.partnerPerson, partner_id: ids.partner, name: `driver ${label}` },
    { id: ids.unusedPartnerPerson, partner_id: ids.unusedPartner, name: `banker ${label}` },
  ],
  client_partner: (ids) => ({
    id: ids.clientPartner,
    client_id: ids.client,
    partner_id: ids.partner,
    person_id: ids.partnerPerson,
    role: "logistics",
    note: `carries ${ids.word}`,
  }),
};

function fact(ids: Ids, author: string, columns: Row): Row {
  return { client_id: ids.client, contact_id: ids.contact, kind: "topic", created_by: author, ...columns };
}
