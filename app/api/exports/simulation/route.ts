import { exportSimulation } from "@/lib/features/pay/queries/export-comparisons";

export const POST = exportSimulation;
