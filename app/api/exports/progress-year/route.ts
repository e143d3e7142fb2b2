import { exportProgressYear } from "@/lib/features/progress/queries/export-parts";

export const POST = exportProgressYear;
