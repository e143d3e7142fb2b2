import { exportClientPartners } from "@/lib/features/clients/queries/export-story";

export const POST = exportClientPartners;
