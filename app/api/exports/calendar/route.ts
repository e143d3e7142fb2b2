import { exportCalendar } from "@/lib/features/calendar/queries/export";

export const POST = exportCalendar;
