import { exportOutbox } from "@/lib/features/outbox/queries/export";

export const POST = exportOutbox;
