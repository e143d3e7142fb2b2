import { exportScorecard } from "@/lib/features/targets/queries/export";

export const POST = exportScorecard;
