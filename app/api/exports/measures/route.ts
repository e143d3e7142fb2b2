import { exportMeasures } from "@/lib/features/targets/queries/export-measures";

export const POST = exportMeasures;
