import { exportTodayDates } from "@/lib/features/today/queries/export";

export const POST = exportTodayDates;
