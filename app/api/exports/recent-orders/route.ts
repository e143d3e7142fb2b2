import { exportRecentOrders } from "@/lib/features/assignments/queries/export-changes";

export const POST = exportRecentOrders;
