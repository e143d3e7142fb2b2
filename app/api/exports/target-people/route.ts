import { exportTargetPeople } from "@/lib/features/targets/queries/export-people";

export const POST = exportTargetPeople;
