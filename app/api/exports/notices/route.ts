import { exportNotices } from "@/lib/features/notices/queries/export";

export const POST = exportNotices;
