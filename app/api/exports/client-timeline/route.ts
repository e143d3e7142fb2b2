import { exportClientTimeline } from "@/lib/features/clients/queries/export-story";

export const POST = exportClientTimeline;
