import type { CalendarDate } from "@/lib/domain/calendar-date";

// Rows of prisma/models/plans.prisma. Amounts are base minor units, well below 2⁵³.
export type Plan = { id: string; member_id: string; kind: "book" | "team" | "company"; starts_on: CalendarDate };
export type PlanVersion = {
  id: string;
  plan_id: string;
  member_id: string;
  number: number;
  status: "draft" | "submitted" | "approved" | "superseded";
  figure: number;
  rule: object;
  reason: string | null;
  in_force_from: CalendarDate | null;
  submitted_by: string | null;
  submitted_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  created_by: string;
};
export type PlanFigure = { version_id: string; member_id: string; starts_on: CalendarDate; months: 3; amount: number };
export type PlanCell = {
  version_id: string;
  client_id: string;
  month: CalendarDate;
  card_id: string;
  amount: number;
  pinned: boolean;
};
export type PlanCredit = {
  member_id: string;
  month: CalendarDate;
  client_id: string;
  client_label: string;
  version_id: string;
  amount: number;
  planned: number;
};
export type Plans = {
  plan: Plan[];
  plan_version: PlanVersion[];
  plan_figure: PlanFigure[];
  plan_cell: PlanCell[];
  plan_credit: PlanCredit[];
};
