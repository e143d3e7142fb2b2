import { exportProgress } from "@/lib/features/progress/queries/export";

export const POST = exportProgress;
