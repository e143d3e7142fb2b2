import { exportPay } from "@/lib/features/pay/queries/export";

export const POST = exportPay;
