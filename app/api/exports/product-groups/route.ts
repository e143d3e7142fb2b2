import { exportProductGroups } from "@/lib/features/products/queries/export";

export const POST = exportProductGroups;
