import { exportTodayPromises } from "@/lib/features/today/queries/export";

export const POST = exportTodayPromises;
