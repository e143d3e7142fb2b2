import { exportPlanVersions } from "@/lib/features/plans/queries/export-lists";

export const POST = exportPlanVersions;
