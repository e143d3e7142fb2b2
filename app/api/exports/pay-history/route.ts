import { exportPayHistory } from "@/lib/features/pay/queries/export-history";

export const POST = exportPayHistory;
