import { exportCreditLines } from "@/lib/features/progress/queries/export-lines";

export const POST = exportCreditLines;
