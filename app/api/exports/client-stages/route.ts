import { exportClientStages } from "@/lib/features/clients/queries/export-sales";

export const POST = exportClientStages;
