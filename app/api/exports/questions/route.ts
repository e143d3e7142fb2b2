import { exportQuestions } from "@/lib/features/profile/queries/export";

export const POST = exportQuestions;
