import { exportClientPromises } from "@/lib/features/clients/queries/export-story";

export const POST = exportClientPromises;
