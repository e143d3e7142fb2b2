import { headerMemory } from "@/lib/features/imports/start-run";
import type { Ids } from "./ids";
import { importFile } from "./import-file";
import { type Row, secretHash } from "./insert";
import type { Cast } from "./rows";

const options = {
  headerRow: 1,
  names: ["code", "name"],
  columns: ["code", "product_name"],
  update: false,
  createMissing: false,
  replacePeriod: false,
};
const result = {
  rows: 2,
  skipped: 0,
  faulty: 1,
  create: 1,
  update: 0,
  same: 0,
  remove: 0,
  totals: [],
  rounding: "0",
  styles: { amounts: {}, units: {}, days: {} },
};
const file = {
  file_key: importFile.key,
  file_size: importFile.content.length,
  file_sha256: secretHash(importFile.content),
};

/** Products, sales and imports; texts hold the label, since all of the company (or its admins) may read them. */
export const importRows: Record<string, (ids: Ids, cast: Cast) => Row | Row[]> = {
  product_group: (ids, cast) => [
    { id: ids.productGroup, name: `group ${cast.label}` },
    { id: ids.unusedProductGroup, name: `other group ${cast.label}` },
  ],
  product: (ids, cast) => ({
    id: ids.product,
    code: cast.label,
    name: `product ${cast.label}`,
    group_id: ids.productGroup,
  }),
  rate: (ids, cast) => ({
    id: ids.rate,
    currency: "USD",
    on_day: cast.label === "south" ? "2026-01-02" : "2026-01-01",
    rate: 90,
  }),
  contract: (ids) => [
    {
      id: ids.contract,
      client_id: ids.client,
      number: `contract ${ids.word}`,
      status: "signed",
      signed_on: "2025-01-01",
    },
    { id: ids.draftContract, client_id: ids.client, number: `draft ${ids.word}`, status: "draft" },
  ],
  // Both roll-ups follow by themselves.
  sale_line: (ids, cast) => ({
    id: ids.sale,
    client_id: ids.client,
    sold_on: "2026-01-15",
    document: `sale ${ids.word}`,
    line: "1",
    product_id: ids.product,
    group_id: ids.productGroup,
    currency: "RUB",
    amount: 1000,
    base_amount: 1000,
    owner_id: cast.owner,
    source: "new",
  }),
  // The rhythm follows by itself.
  client_stage: (ids, cast) => ({
    id: ids.stage,
    client_id: ids.client,
    stage: "growing",
    starts_on: "2026-01-16",
    manual: true,
    reason: `stage ${ids.word}`,
    expires_on: "2027-01-01",
    created_by: cast.owner,
  }),
  sale_share: (ids, cast) => ({
    client_id: ids.client,
    sale_id: ids.sale,
    member_id: cast.owner,
    share: 100,
    amount: 1000,
    counted: 1,
  }),
  stored_file: (ids, cast) => ({
    id: ids.storedFile,
    key: file.file_key,
    name: `file ${cast.label}.csv`,
    size: file.file_size,
    sha256: file.file_sha256,
    created_by: cast.lead,
  }),
  import_run: (ids, cast) => {
    const run = { kind: "products", file_name: `file ${cast.label}.csv`, ...file, created_by: cast.lead };
    return [
      { ...run, id: ids.importNew },
      { ...run, id: ids.importChecked, options, result, status: "checked" },
      { ...run, id: ids.importDone, options, result, status: "done" },
    ];
  },
  import_mapping: (ids, cast) => [
    { kind: "products", header: `header ${cast.label}`, mapping: JSON.stringify(["code"]) },
    { kind: "products", header: headerMemory([ids.word]), mapping: JSON.stringify(["code"]) },
  ],
  import_undo: (ids) => ({ import_id: ids.importDone, table_name: "product", row_id: ids.product, version_after: 2 }),
  "stage.import_row": (ids) => [
    { import_id: ids.importChecked, row_no: 2, cells: ["P-1", "Goods", null, null] },
    { import_id: ids.importChecked, row_no: 3, cells: [null, "Nameless", null, null] },
  ],
  "stage.import_problem": (ids) => [
    { import_id: ids.importChecked, row_no: 3, field: "code", code: "required" },
    {
      import_id: ids.importChecked,
      row_no: 2,
      field: "product_name",
      code: "plan-typing-error",
      value: "1",
      question: true,
    },
  ],
};
