import { exportPartnerPeople } from "@/lib/features/partners/queries/export-partner";

export const POST = exportPartnerPeople;
