import { exportProgressClients } from "@/lib/features/progress/queries/export-clients";

export const POST = exportProgressClients;
