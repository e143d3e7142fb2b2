import { exportRates } from "@/lib/features/products/queries/export";

export const POST = exportRates;
