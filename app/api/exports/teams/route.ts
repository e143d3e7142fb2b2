import { exportTeams } from "@/lib/features/teams/queries/export";

export const POST = exportTeams;
