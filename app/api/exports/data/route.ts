import { exportData } from "@/lib/features/imports/queries/export-data";

export const POST = exportData;
