import { exportSaleLines } from "@/lib/features/clients/queries/export-sale-lines";

export const POST = exportSaleLines;
