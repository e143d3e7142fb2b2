import { exportPlanShares } from "@/lib/features/plans/queries/export-lists";

export const POST = exportPlanShares;
