import { exportPlan } from "@/lib/features/plans/queries/export";

export const POST = exportPlan;
