import { exportImports } from "@/lib/features/imports/queries/export";

export const POST = exportImports;
