import { giveTemplate } from "@/lib/features/imports/template";

export const GET = giveTemplate;
