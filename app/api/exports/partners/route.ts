import { exportPartners } from "@/lib/features/partners/queries/export";

export const POST = exportPartners;
