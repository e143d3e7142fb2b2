import { POST as exportedHistory } from "@/app/api/exports/target-history/route";
import { POST as exportedPeople } from "@/app/api/exports/target-people/route";
import { POST as exportedRows } from "@/app/api/exports/target-rows/route";
import { POST as exportedYear } from "@/app/api/exports/target-year/route";
import { POST as exportedCard } from "@/app/api/exports/targets/route";
import {
  archiveMeasure,
  enterValue,
  orderMeasures,
  saveMeasure,
  saveTargets,
  setTarget,
} from "@/lib/features/targets/actions";
import { loadTargets } from "@/lib/features/targets/queries";
import { loadTargetHistory } from "@/lib/features/targets/queries/history";
import { loadMeasures } from "@/lib/features/targets/queries/measures";
import { loadTargetRows } from "@/lib/features/targets/queries/rows";
import { loadTargetYear } from "@/lib/features/targets/queries/year";
import { probe } from "./probe";

const place = { startsOn: "2026-03-01", months: 1, amount: "20" } as const;
const target = { ...place, weight: "" } as const;
const value = { ...place, note: "Counted by hand", link: "" } as const;
const measure = {
  version: 1,
  nameRu: "Переименован",
  nameEn: "Renamed",
  kind: "entered",
  formula: "",
  unit: "number",
  digits: "0",
  direction: "more",
  gathering: "sum",
  weight: "10",
  rule: "linear",
  cap: "",
  steps: [],
} as const;

/** A colleague and a team: of whom somebody leads. */
const underNobody = { refuses: { kam: "not-found", specialist: "not-found" } } as const;

export default [
  probe.query(loadTargets, { args: () => [{ span: "month", at: "2026-03-01", subject: "member", of: undefined }] }),
  probe.query(loadTargets, {
    args: (ids) => [{ span: "quarter", at: "2026-01-01", subject: "client", of: ids.client }],
  }),
  probe.query(loadTargets, {
    args: (ids) => [{ span: "month", at: "2026-03-01", subject: "team", of: ids.team }],
    ...underNobody,
  }),
  probe.query(loadTargetRows, {
    args: (ids) => [{ span: "month", at: "2026-03-01", subject: "client", of: ids.client, measure: ids.measure }],
  }),
  probe.query(loadTargetRows, {
    args: (ids) => [{ span: "month", at: "2026-03-01", subject: "member", of: ids.member, measure: ids.measure }],
    ...underNobody,
  }),
  probe.query(loadTargetRows, {
    args: (ids) => [{ span: "month", at: "2026-03-01", subject: "team", of: ids.team, measure: ids.measure }],
    ...underNobody,
  }),
  probe.query(loadTargetYear, {
    args: (ids) => [{ at: "2026-03-01", subject: "client", of: ids.client, measure: undefined }],
  }),
  probe.query(loadTargetYear, {
    args: (ids) => [{ at: "2026-03-01", subject: "team", of: ids.team, measure: ids.measure }],
    ...underNobody,
    tells: { measure: "an unknown measure falls back to the first of the catalogue" },
  }),
  probe.query(loadTargetHistory, {
    args: (ids) => [{ span: "quarter", at: undefined, subject: "member", of: ids.member }],
    ...underNobody,
  }),
  probe.query(loadTargetHistory, {
    args: (ids) => [{ span: "month", at: undefined, subject: "client", of: ids.client }],
  }),
  probe.exported(exportedPeople, {
    query: (ids) => ({ subject: "member", of: ids.member, at: "2026-03-01" }),
    ...underNobody,
  }),
  probe.exported(exportedHistory, { query: (ids) => ({ subject: "client", of: ids.client, span: "month" }) }),
  probe.exported(exportedRows, {
    query: (ids) => ({ subject: "client", of: ids.client, at: "2026-03-01", measure: ids.measure }),
  }),
  probe.exported(exportedCard, { query: (ids) => ({ subject: "client", of: ids.client, at: "2026-03-01" }) }),
  probe.exported(exportedCard, {
    query: (ids) => ({ subject: "member", of: ids.member, at: "2026-03-01" }),
    ...underNobody,
  }),
  probe.exported(exportedYear, { query: (ids) => ({ subject: "client", of: ids.client, at: "2026-03-01" }) }),
  probe.exported(exportedYear, {
    query: (ids) => ({ subject: "team", of: ids.team, at: "2026-03-01" }),
    ...underNobody,
  }),
  probe.query(loadMeasures, { args: () => [] }),
  probe.action(saveMeasure, { input: (ids) => ({ ...measure, id: ids.measure, code: "any_code" }) }),
  probe.action(archiveMeasure, { input: (ids) => ({ id: ids.measure, version: 1, archived: true }) }),
  probe.action(orderMeasures, { input: (ids) => ({ ids: [ids.measure] }) }),
  probe.action(setTarget, {
    input: (ids) => ({ ...target, subject: "member", subjectId: ids.member, measureId: ids.measure, version: 0 }),
  }),
  probe.action(setTarget, {
    input: (ids) => ({ ...target, subject: "client", subjectId: ids.client, measureId: ids.measure, version: 1 }),
  }),
  probe.action(setTarget, {
    input: (ids) => ({ ...target, subject: "team", subjectId: ids.team, measureId: ids.measure, version: 1 }),
  }),
  probe.action(saveTargets, {
    input: (ids) => ({
      cells: [
        { ...place, subject: "member", subjectId: ids.member, measureId: ids.measure, version: 0 },
        { ...place, startsOn: "2026-04-01", subject: "client", subjectId: ids.client, measureId: ids.measure },
      ],
    }),
  }),
  probe.action(enterValue, {
    input: (ids) => ({ ...value, subject: "member", subjectId: ids.member, measureId: ids.measure, version: 0 }),
    ...underNobody,
  }),
  probe.action(enterValue, {
    input: (ids) => ({ ...value, subject: "client", subjectId: ids.client, measureId: ids.measure, version: 0 }),
  }),
  probe.action(enterValue, {
    input: (ids) => ({ ...value, subject: "team", subjectId: ids.team, measureId: ids.measure, version: 0 }),
    ...underNobody,
  }),
];
