import { exportPlans } from "@/lib/features/plans/queries/export-lists";

export const POST = exportPlans;
