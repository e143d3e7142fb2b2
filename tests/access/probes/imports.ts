import { POST } from "@/app/api/files/route";
import { GET as faultFile } from "@/app/api/imports/[importId]/faults/route";
import { GET as template } from "@/app/api/imports/templates/[kind]/route";
import {
  acceptCells,
  cancelImport,
  forgetMapping,
  inspectImport,
  mendRow,
  previewRevert,
  revertImport,
  runImport,
  saveOptions,
  startImport,
  watchImport,
} from "@/lib/features/imports/actions";
import { loadFaultyRows, loadImport, loadImports } from "@/lib/features/imports/queries";
import { importFile } from "../world/import-file";
import { probe } from "./probe";

const options = {
  headerRow: 1,
  names: ["code", "name"],
  columns: ["code", "product_name"],
  update: false,
  createMissing: false,
  replacePeriod: false,
};
export default [
  probe.query(loadImports, { args: () => [{ q: "", kind: [], status: [], page: 1, size: 50 }] }),
  probe.query(loadImport, { args: (ids) => [ids.importChecked, 1] }),
  probe.query(loadFaultyRows, { args: (ids) => [{ id: ids.importChecked, page: 1 }] }),
  probe.action(startImport, { input: (ids) => ({ file: ids.storedFile, kind: "products" }) }),
  probe.lookup(inspectImport, { input: (ids) => ({ id: ids.importChecked }) }),
  probe.lookup(watchImport, { input: (ids) => ({ id: ids.importChecked }) }),
  probe.action(forgetMapping, {
    input: (ids) => ({ id: ids.importChecked, names: [ids.word] }),
    harmless: { word: "a header that nothing remembers is forgotten already" },
  }),
  probe.download(template, { url: () => "/api/imports/templates/sales?format=csv", params: () => ({ kind: "sales" }) }),
  probe.download(faultFile, {
    url: (ids) => `/api/imports/${ids.importChecked}/faults`,
    params: (ids) => ({ importId: ids.importChecked }),
  }),
  probe.action(saveOptions, { input: (ids) => ({ id: ids.importNew, version: 1, options }) }),
  probe.action(mendRow, { input: (ids) => ({ id: ids.importChecked, row: 2, texts: { code: "P-2" } }) }),
  probe.action(acceptCells, { input: (ids) => ({ id: ids.importChecked, cell: { row: 2, field: "product_name" } }) }),
  probe.action(runImport, { input: (ids) => ({ id: ids.importChecked }) }),
  probe.action(cancelImport, { input: (ids) => ({ id: ids.importNew }) }),
  probe.lookup(previewRevert, { input: (ids) => ({ id: ids.importDone }) }),
  probe.action(revertImport, { input: (ids) => ({ id: ids.importDone, version: 1, chosen: [] }) }),
  probe.upload(POST, { content: importFile.content }),
];
