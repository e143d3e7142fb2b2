import { exportProgressMonths } from "@/lib/features/progress/queries/export";

export const POST = exportProgressMonths;
