import { exportCadences } from "@/lib/features/touches/queries/export-cadences";

export const POST = exportCadences;
