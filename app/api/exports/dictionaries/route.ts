import { exportDictionary } from "@/lib/features/dictionaries/queries/export";

export const POST = exportDictionary;
