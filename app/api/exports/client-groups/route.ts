import { exportClientGroups } from "@/lib/features/clients/queries/export-sales";

export const POST = exportClientGroups;
