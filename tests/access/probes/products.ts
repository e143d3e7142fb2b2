import { POST as groups } from "@/app/api/exports/product-groups/route";
import { POST } from "@/app/api/exports/products/route";
import { POST as rates } from "@/app/api/exports/rates/route";
import {
  archiveProduct,
  archiveProductGroup,
  moveProducts,
  saveProduct,
  saveProductGroup,
  saveRate,
} from "@/lib/features/products/actions";
import { loadProductGroups, loadProducts, loadRates } from "@/lib/features/products/queries";
import { productFilter, rateFilter } from "@/lib/features/products/schema";
import { probe } from "./probe";

const rate = { currency: "EUR", onDay: "2026-03-01", rate: "95.5" };

export default [
  probe.query(loadProducts, { args: (ids) => [productFilter.parse({ group: ids.productGroup })] }),
  probe.query(loadProductGroups, { args: () => [] }),
  probe.query(loadRates, { args: () => [rateFilter.parse({})] }),
  probe.action(saveProduct, {
    input: (ids) => ({ id: null, version: 0, code: "N-1", name: "New", groupId: ids.productGroup, unit: "" }),
  }),
  probe.action(saveProduct, {
    input: (ids) => ({ id: ids.product, version: 1, code: "N-2", name: "New", groupId: ids.productGroup, unit: "" }),
  }),
  probe.action(archiveProduct, { input: (ids) => ({ id: ids.product, version: 1, archived: true }) }),
  probe.action(moveProducts, { input: (ids) => ({ ids: [ids.product], groupId: ids.unusedProductGroup }) }),
  probe.action(saveProductGroup, { input: (ids) => ({ id: ids.productGroup, version: 1, name: "Other" }) }),
  probe.action(archiveProductGroup, { input: (ids) => ({ id: ids.productGroup, version: 1, archived: false }) }),
  probe.action(saveRate, { input: () => ({ id: null, version: 0, ...rate }) }),
  probe.action(saveRate, { input: (ids) => ({ id: ids.rate, version: 1, ...rate }) }),
  probe.exported(groups, { query: () => ({}) }),
  probe.exported(rates, { query: () => ({ sort: "day" }) }),
  probe.exported(POST, { query: (ids) => ({ group: ids.productGroup }) }),
];
