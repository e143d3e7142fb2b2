import { exportSlip } from "@/lib/features/pay/queries/export";

export const POST = exportSlip;
