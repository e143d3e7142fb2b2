import { exportClientGroups } from "@/lib/features/clients/queries/export-groups";

export const POST = exportClientGroups;
