import { exportClientSources } from "@/lib/features/clients/queries/export-sales";

export const POST = exportClientSources;
