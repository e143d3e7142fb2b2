import { exportNumberKinds } from "@/lib/features/numbers/queries/export";

export const POST = exportNumberKinds;
