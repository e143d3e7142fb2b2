import { exportClientProfile } from "@/lib/features/clients/queries/export-business";

export const POST = exportClientProfile;
