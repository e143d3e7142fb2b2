import { exportClientNeeds } from "@/lib/features/clients/queries/export-business";

export const POST = exportClientNeeds;
