import { exportClientNumbers } from "@/lib/features/clients/queries/export-business";

export const POST = exportClientNumbers;
