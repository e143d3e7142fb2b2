import { exportBook } from "@/lib/features/book/queries/export";

export const POST = exportBook;
