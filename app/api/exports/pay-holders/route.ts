import { exportPayHolders } from "@/lib/features/pay/queries/export-plans";

export const POST = exportPayHolders;
