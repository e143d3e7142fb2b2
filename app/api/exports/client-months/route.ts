import { exportClientMonths } from "@/lib/features/clients/queries/export-sales";

export const POST = exportClientMonths;
