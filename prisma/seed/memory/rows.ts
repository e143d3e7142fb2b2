import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { LifeStage, StageReason } from "@/lib/domain/life-stage";

// Rows of what a company remembers of its clients, as the tables have them, without tenant_id.

export type Touch = {
  id: string;
  client_id: string;
  kind: "call" | "message" | "meeting" | "note";
  direction: "in" | "out" | "both";
  /** With the company's zone by name, which PostgreSQL reads. */
  happened_at: string;
  on_day: CalendarDate;
  answered: boolean;
  subject: string | null;
  text: string | null;
  topics: string[];
  minutes: number | null;
  author_id: string;
  private: boolean;
  created_at: string;
};
export type TouchContact = { client_id: string; touch_id: string; contact_id: string };

export type PromiseRow = {
  id: string;
  client_id: string;
  side: "ours" | "theirs";
  text: string;
  due_on: CalendarDate;
  status: "open" | "kept" | "broken" | "released";
  touch_id: string | null;
  contact_id: string | null;
  owner_id: string;
  closed_on: CalendarDate | null;
  created_by: string;
  created_at: string;
};

/** One of minor (with its currency), figure and content. */
export type KeyNumber = {
  id: string;
  client_id: string;
  kind_id: string;
  minor: number | null;
  currency: string | null;
  figure: number | null;
  content: string | null;
  as_of: CalendarDate;
  source: "person" | "document" | "own";
  contact_id: string | null;
  source_note: string | null;
  created_by: string;
  created_at: string;
};

export type ProfileAnswer = {
  id: string;
  client_id: string;
  question_id: string;
  content: string | null;
  choice: string | null;
  figure: number | null;
  confirmed_by: string;
  confirmed_on: CalendarDate;
};

export type Need = {
  id: string;
  client_id: string;
  kind: "need" | "pain";
  title: string;
  detail: string | null;
  contact_id: string | null;
  raised_on: CalendarDate;
  status: "open" | "offered" | "solved" | "dropped";
  offer: string | null;
  offered_on: CalendarDate | null;
  closed_on: CalendarDate | null;
  drop_reason: string | null;
  created_by: string;
  created_at: string;
};

export type Address = {
  id: string;
  client_id: string;
  kind: "delivery" | "office" | "store";
  name: string | null;
  place: string;
  contact_id: string | null;
  slots: { days: number[]; from: string; to: string }[];
  terms: string | null;
};

export type ContactTie = {
  id: string;
  client_id: string;
  contact_id: string;
  member_id: string;
  strength: 1 | 2 | 3;
};
export type ContactFact = {
  id: string;
  client_id: string;
  contact_id: string;
  kind: "topic" | "interest" | "family" | "social" | "mutual" | "avoid";
  content: string;
  is_private: boolean;
  created_by: string;
  created_at: string;
};

export type Partner = {
  id: string;
  name: string;
  kind: "contractor" | "ad_platform" | "logistics" | "supplier" | "bank" | "consultant";
  city: string;
  note: string | null;
};
export type PartnerPerson = {
  id: string;
  partner_id: string;
  name: string;
  job_title: string;
  phone: string;
  email: string;
};
export type ClientPartner = {
  id: string;
  client_id: string;
  partner_id: string;
  role: Partner["kind"];
  person_id: string | null;
  note: string | null;
};

export type ClientStage = {
  id: string;
  client_id: string;
  stage: LifeStage;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  /** What the rule saw; nothing where a person decided. */
  figures: StageReason | Record<string, never>;
  manual: boolean;
  reason: string | null;
  expires_on: CalendarDate | null;
  created_by: string | null;
  created_at: string;
};

export type Memory = {
  client_stage: ClientStage[];
  contact_tie: ContactTie[];
  contact_fact: ContactFact[];
  touch: Touch[];
  touch_contact: TouchContact[];
  promise: PromiseRow[];
  key_number: KeyNumber[];
  profile_answer: ProfileAnswer[];
  need: Need[];
  client_address: Address[];
  partner: Partner[];
  partner_person: PartnerPerson[];
  client_partner: ClientPartner[];
};
