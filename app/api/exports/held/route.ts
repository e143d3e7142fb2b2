import { exportHeld } from "@/lib/features/assignments/queries/export";

export const POST = exportHeld;
