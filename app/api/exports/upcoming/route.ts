import { exportUpcoming } from "@/lib/features/assignments/queries/export-changes";

export const POST = exportUpcoming;
