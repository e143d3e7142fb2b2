import { giveFaultFile } from "@/lib/features/imports/fault-file";

export const GET = giveFaultFile;
