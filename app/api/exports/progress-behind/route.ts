import { exportProgressBehind } from "@/lib/features/progress/queries/export-parts";

export const POST = exportProgressBehind;
