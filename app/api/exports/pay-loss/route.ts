import { exportPayLoss } from "@/lib/features/pay/queries/export-comparisons";

export const POST = exportPayLoss;
