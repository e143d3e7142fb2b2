import { exportClientAddresses } from "@/lib/features/clients/queries/export-business";

export const POST = exportClientAddresses;
