import { exportClientMerges } from "@/lib/features/merges/queries/export";

export const POST = exportClientMerges;
