import { exportHolders } from "@/lib/features/assignments/queries/export";

export const POST = exportHolders;
