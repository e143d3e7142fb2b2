import { exportClientTeam } from "@/lib/features/clients/queries/export-story";

export const POST = exportClientTeam;
