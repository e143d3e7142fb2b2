import { exportToday } from "@/lib/features/today/queries/export";

export const POST = exportToday;
