import { exportTargetHistory } from "@/lib/features/targets/queries/export-history";

export const POST = exportTargetHistory;
