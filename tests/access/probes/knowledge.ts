import { createAddress, removeAddress, updateAddress } from "@/lib/features/addresses/actions";
import { createNeed, removeNeed, updateNeed } from "@/lib/features/needs/actions";
import {
  addNumberKind,
  archiveNumberKind,
  confirmNumber,
  editNumberKind,
  orderNumberKinds,
  removeNumber,
  setNumber,
} from "@/lib/features/numbers/actions";
import { loadNumberKinds } from "@/lib/features/numbers/queries";
import {
  addQuestion,
  answerQuestion,
  archiveQuestion,
  confirmAnswers,
  editQuestion,
  orderQuestions,
} from "@/lib/features/profile/actions";
import { loadQuestions } from "@/lib/features/profile/queries";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const number = (ids: Ids) => ({
  clientId: ids.client,
  kindId: ids.numberKind,
  after: ids.keyNumber,
  typed: "30",
  currency: "RUB" as const,
  asOf: "2026-03-01",
  source: "person" as const,
  contactId: ids.contact,
  sourceNote: "",
});
const kind = {
  nameRu: "Число",
  nameEn: "Number",
  topic: "terms" as const,
  unit: "days" as const,
  measureRu: "",
  measureEn: "",
  halfLifeDays: "30",
  inHeader: true,
};
const question = {
  section: "processes" as const,
  textRu: "",
  textEn: "Why?",
  kind: "text" as const,
  choices: [],
  halfLifeDays: "30",
};
const need = (ids: Ids) => ({
  clientId: ids.client,
  kind: "pain" as const,
  title: "Late",
  detail: "",
  contactId: ids.contact,
  raisedOn: "2026-03-01",
  status: "offered" as const,
  offer: "Sooner",
  dropReason: "",
});
const address = (ids: Ids) => ({
  clientId: ids.client,
  kind: "delivery" as const,
  name: "",
  place: "Gate 2",
  contactId: ids.contact,
  slots: [{ days: [1, 2], from: "09:00", to: "12:00" }],
  terms: "",
});

export default [
  probe.query(loadNumberKinds, { args: () => [] }),
  probe.action(setNumber, { input: number }),
  probe.action(confirmNumber, { input: (ids) => ({ clientId: ids.client, id: ids.keyNumber }) }),
  probe.action(removeNumber, { input: (ids) => ({ clientId: ids.client, id: ids.keyNumber, removed: true }) }),
  probe.action(addNumberKind, { input: () => kind }),
  probe.action(editNumberKind, { input: (ids) => ({ ...kind, id: ids.numberKind, version: 1 }) }),
  probe.action(archiveNumberKind, { input: (ids) => ({ id: ids.unusedNumberKind, version: 1, archived: true }) }),
  probe.action(orderNumberKinds, { input: (ids) => ({ ids: [ids.unusedNumberKind, ids.numberKind] }) }),

  probe.query(loadQuestions, { args: () => [] }),
  probe.action(answerQuestion, {
    input: (ids) => ({ clientId: ids.client, questionId: ids.question, version: 1, answer: "Because" }),
  }),
  probe.action(confirmAnswers, { input: (ids) => ({ clientId: ids.client, questionIds: [ids.question] }) }),
  probe.action(addQuestion, { input: () => question }),
  probe.action(editQuestion, { input: (ids) => ({ ...question, id: ids.question, version: 1 }) }),
  probe.action(archiveQuestion, { input: (ids) => ({ id: ids.question, version: 1, archived: true }) }),
  probe.action(orderQuestions, { input: (ids) => ({ ids: [ids.question] }) }),

  probe.action(createNeed, { input: need }),
  probe.action(updateNeed, { input: (ids) => ({ ...need(ids), id: ids.need, version: 1 }) }),
  probe.action(removeNeed, { input: (ids) => ({ id: ids.need, clientId: ids.client, removed: true }) }),

  probe.action(createAddress, { input: address }),
  probe.action(updateAddress, { input: (ids) => ({ ...address(ids), id: ids.clientAddress, version: 1 }) }),
  probe.action(removeAddress, { input: (ids) => ({ id: ids.clientAddress, clientId: ids.client, removed: true }) }),
];
