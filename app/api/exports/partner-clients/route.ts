import { exportPartnerClients } from "@/lib/features/partners/queries/export-partner";

export const POST = exportPartnerClients;
