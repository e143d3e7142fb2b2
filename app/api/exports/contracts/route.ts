import { exportContracts } from "@/lib/features/contracts/queries/export";

export const POST = exportContracts;
