import { exportProducts } from "@/lib/features/products/queries/export";

export const POST = exportProducts;
