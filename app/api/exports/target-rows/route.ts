import { exportTargetRows } from "@/lib/features/targets/queries/export-rows";

export const POST = exportTargetRows;
