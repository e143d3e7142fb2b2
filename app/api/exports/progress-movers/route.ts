import { exportProgressMovers } from "@/lib/features/progress/queries/export-parts";

export const POST = exportProgressMovers;
