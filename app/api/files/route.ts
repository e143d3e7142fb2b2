import { takeFile } from "@/lib/features/imports/upload";

export const POST = takeFile;
