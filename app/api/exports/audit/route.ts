import { exportAudit } from "@/lib/features/audit/queries/export";

export const POST = exportAudit;
