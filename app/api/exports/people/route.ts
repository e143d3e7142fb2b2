import { exportPeople } from "@/lib/features/people/queries/export";

export const POST = exportPeople;
