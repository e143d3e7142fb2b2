import { exportPlanComparison } from "@/lib/features/plans/queries/export-lists";

export const POST = exportPlanComparison;
