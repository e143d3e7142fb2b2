import { exportTargetYear } from "@/lib/features/targets/queries/export";

export const POST = exportTargetYear;
