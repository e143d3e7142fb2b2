import type { AssignmentRole } from "@/lib/domain/assignment";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { ChannelKind } from "@/lib/domain/channel";
import type { ClientKind } from "@/lib/domain/requisites";
import type { Role } from "@/lib/domain/roles";
import type { SourceKind } from "@/lib/domain/source-kind";
import type { Tier } from "@/lib/domain/tier";
import type { WorkMode } from "@/lib/domain/work-mode";
import type { Locale } from "@/lib/i18n/locale";
import type { Memory } from "./memory/rows";
import type { Plans } from "./plans/plan-rows";

// Rows as the tables have them (prisma/models), without tenant_id, which is added on the way in.

type Tenant = { id: string; name: string; locale: Locale; zone: string; currency: string };
/** One human; `password_hash` is added when the rows are written. */
export type Person = { id: string; email: string; name: string; locale: Locale };
type Membership = { member_id: string; person_id: string };

type Dated = { starts_on: CalendarDate; ends_on: CalendarDate | null };

export type Member = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  job_title: string;
  roles: Role[];
  joined_on: CalendarDate;
  left_on: CalendarDate | null;
};
export type Team = { id: string; name: string };
export type TeamLink = Dated & { id: string; team_id: string; parent_id: string };
export type TeamMember = Dated & { id: string; team_id: string; member_id: string; role: "lead" | "member" };

export type Industry = { id: string; name: string };
export type Region = { id: string; name: string; zone: string };
export type Tag = { id: string; name: string };

export type Client = {
  id: string;
  code: string;
  kind: ClientKind;
  name: string;
  legal_name: string | null;
  name_key: string;
  parent_id: string | null;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  industry_id: string | null;
  region_id: string;
  city: string;
  zone: string;
  website: string | null;
  tier: Tier | null;
  work_mode: WorkMode;
  since: CalendarDate | null;
  archived_at: string | null;
};
export type ClientTag = { client_id: string; tag_id: string };

export type Contact = {
  id: string;
  client_id: string;
  name: string;
  job_title: string | null;
  level: "executive" | "middle" | "working" | null;
  role: "decides" | "influences" | "buys" | "uses" | "pays" | "other";
  is_key: boolean;
  reports_to_id: string | null;
  birthday: CalendarDate | null;
  zone: string | null;
  same_person_id: string | null;
};
export type ContactChannel = {
  id: string;
  client_id: string;
  contact_id: string;
  kind: ChannelKind;
  value: string;
  value_key: string;
  preferred: boolean;
};

/** `share` in per cent, as the column has it. */
export type Assignment = Dated & {
  id: string;
  client_id: string;
  member_id: string;
  role: AssignmentRole;
  share: number;
  reason: string | null;
};

export type ProductGroup = { id: string; name: string };
export type Product = { id: string; code: string; name: string; group_id: string; unit: string };
export type Rate = { id: string; currency: string; on_day: CalendarDate; rate: number };

/** `amount` in minor units of `currency`. */
export type Contract = {
  id: string;
  client_id: string;
  number: string;
  status: "draft" | "signed" | "ended";
  signed_on: CalendarDate | null;
  starts_on: CalendarDate | null;
  ends_on: CalendarDate | null;
  amount: number | null;
  currency: string | null;
  note: string | null;
};

/** Amounts in minor units: whole numbers well below 2⁵³, so that a row is also JSON. */
export type SaleLine = {
  id: string;
  client_id: string;
  sold_on: CalendarDate;
  document: string;
  line: string;
  product_id: string;
  group_id: string;
  quantity: number;
  currency: string;
  amount: number;
  rate: number;
  base_amount: number;
  cost: number | null;
  seller_id: string | null;
  owner_id: string | null;
  source: SourceKind;
  source_rule: number;
};

/** One company with everything in it, table by table in the order of their foreign keys. */
export type Company = {
  tenant: Tenant;
  memberships: Membership[];
  tables: {
    member: Member[];
    team: Team[];
    team_link: TeamLink[];
    team_member: TeamMember[];
    industry: Industry[];
    region: Region[];
    tag: Tag[];
    client: Client[];
    client_tag: ClientTag[];
    contact: Contact[];
    contact_channel: ContactChannel[];
    assignment: Assignment[];
    product_group: ProductGroup[];
    product: Product[];
    rate: Rate[];
    contract: Contract[];
    sale_line: SaleLine[];
  } & Memory &
    Plans;
};
