import { exportPayPlans } from "@/lib/features/pay/queries/export-plans";

export const POST = exportPayPlans;
