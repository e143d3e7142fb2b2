import "server-only";
import compile from "icu-minify/compile";
import type {} from "next-intl"; // loads the module that is augmented below
import { createTranslator } from "use-intl/core";
import formatMessage from "use-intl/format-message";
import type { Locale } from "./locale";
import enAccount from "./messages/en/account";
import enAddresses from "./messages/en/addresses";
import enAssignments from "./messages/en/assignments";
import enAudit from "./messages/en/audit";
import enBook from "./messages/en/book";
import enCalendar from "./messages/en/calendar";
import enClients from "./messages/en/clients";
import enCompany from "./messages/en/company";
import enContacts from "./messages/en/contacts";
import enContracts from "./messages/en/contracts";
import enDictionaries from "./messages/en/dictionaries";
import enErrors from "./messages/en/errors";
import enExports from "./messages/en/exports";
import enHandover from "./messages/en/handover";
import enImportFaults from "./messages/en/import-faults";
import enImportFile from "./messages/en/import-file";
import enImportSteps from "./messages/en/import-steps";
import enImports from "./messages/en/imports";
import enMerges from "./messages/en/merges";
import enNavigation from "./messages/en/navigation";
import enNeeds from "./messages/en/needs";
import enNotices from "./messages/en/notices";
import enNumbers from "./messages/en/numbers";
import enOutbox from "./messages/en/outbox";
import enPartners from "./messages/en/partners";
import enPay from "./messages/en/pay";
import enPayPlans from "./messages/en/pay-plans";
import enPeople from "./messages/en/people";
import enPlans from "./messages/en/plans";
import enProducts from "./messages/en/products";
import enProfile from "./messages/en/profile";
import enProgress from "./messages/en/progress";
import enRelations from "./messages/en/relations";
import enSales from "./messages/en/sales";
import enShell from "./messages/en/shell";
import enSignUp from "./messages/en/sign-up";
import enTargets from "./messages/en/targets";
import enTeams from "./messages/en/teams";
import enTimeline from "./messages/en/timeline";
import enToday from "./messages/en/today";
import enTouches from "./messages/en/touches";
import enUi from "./messages/en/ui";
import enViews from "./messages/en/views";
import enWords from "./messages/en/words";
import ruAccount from "./messages/ru/account";
import ruAddresses from "./messages/ru/addresses";
import ruAssignments from "./messages/ru/assignments";
import ruAudit from "./messages/ru/audit";
import ruBook from "./messages/ru/book";
import ruCalendar from "./messages/ru/calendar";
import ruClients from "./messages/ru/clients";
import ruCompany from "./messages/ru/company";
import ruContacts from "./messages/ru/contacts";
import ruContracts from "./messages/ru/contracts";
import ruDictionaries from "./messages/ru/dictionaries";
import ruErrors from "./messages/ru/errors";
import ruExports from "./messages/ru/exports";
import ruHandover from "./messages/ru/handover";
import ruImportFaults from "./messages/ru/import-faults";
import ruImportFile from "./messages/ru/import-file";
import ruImportSteps from "./messages/ru/import-steps";
import ruImports from "./messages/ru/imports";
import ruMerges from "./messages/ru/merges";
import ruNavigation from "./messages/ru/navigation";
import ruNeeds from "./messages/ru/needs";
import ruNotices from "./messages/ru/notices";
import ruNumbers from "./messages/ru/numbers";
import ruOutbox from "./messages/ru/outbox";
import ruPartners from "./messages/ru/partners";
import ruPay from "./messages/ru/pay";
import ruPayPlans from "./messages/ru/pay-plans";
import ruPeople from "./messages/ru/people";
import ruPlans from "./messages/ru/plans";
import ruProducts from "./messages/ru/products";
import ruProfile from "./messages/ru/profile";
import ruProgress from "./messages/ru/progress";
import ruRelations from "./messages/ru/relations";
import ruSales from "./messages/ru/sales";
import ruShell from "./messages/ru/shell";
import ruSignUp from "./messages/ru/sign-up";
import ruTargets from "./messages/ru/targets";
import ruTeams from "./messages/ru/teams";
import ruTimeline from "./messages/ru/timeline";
import ruToday from "./messages/ru/today";
import ruTouches from "./messages/ru/touches";
import ruUi from "./messages/ru/ui";
import ruViews from "./messages/ru/views";
import ruWords from "./messages/ru/words";

// One line per feature and language. The name here is the namespace in `useTranslations("…")`.
const en = {
  relations: enRelations,
  addresses: enAddresses,
  needs: enNeeds,
  numbers: enNumbers,
  partners: enPartners,
  plans: enPlans,
  products: enProducts,
  profile: enProfile,
  progress: enProgress,
  views: enViews,
  contacts: enContacts,
  contracts: enContracts,
  clients: enClients,
  book: enBook,
  words: enWords,
  teams: enTeams,
  signUp: enSignUp,
  people: enPeople,
  targets: enTargets,
  pay: enPay,
  payPlans: enPayPlans,
  outbox: enOutbox,
  notices: enNotices,
  navigation: enNavigation,
  calendar: enCalendar,
  company: enCompany,
  audit: enAudit,
  account: enAccount,
  assignments: enAssignments,
  dictionaries: enDictionaries,
  errors: enErrors,
  exports: enExports,
  handover: enHandover,
  importFile: enImportFile,
  importFaults: enImportFaults,
  importSteps: enImportSteps,
  imports: enImports,
  merges: enMerges,
  sales: enSales,
  shell: enShell,
  timeline: enTimeline,
  today: enToday,
  touches: enTouches,
  ui: enUi,
};

const ru = {
  relations: ruRelations,
  addresses: ruAddresses,
  needs: ruNeeds,
  numbers: ruNumbers,
  partners: ruPartners,
  plans: ruPlans,
  products: ruProducts,
  profile: ruProfile,
  progress: ruProgress,
  views: ruViews,
  contacts: ruContacts,
  contracts: ruContracts,
  clients: ruClients,
  book: ruBook,
  words: ruWords,
  teams: ruTeams,
  signUp: ruSignUp,
  people: ruPeople,
  targets: ruTargets,
  pay: ruPay,
  payPlans: ruPayPlans,
  outbox: ruOutbox,
  notices: ruNotices,
  navigation: ruNavigation,
  calendar: ruCalendar,
  company: ruCompany,
  audit: ruAudit,
  account: ruAccount,
  assignments: ruAssignments,
  dictionaries: ruDictionaries,
  errors: ruErrors,
  exports: ruExports,
  handover: ruHandover,
  importFile: ruImportFile,
  importFaults: ruImportFaults,
  importSteps: ruImportSteps,
  imports: ruImports,
  merges: ruMerges,
  sales: ruSales,
  shell: ruShell,
  timeline: ruTimeline,
  today: ruToday,
  touches: ruTouches,
  ui: ruUi,
};

/** English is the type: keys and placeholders are read from it. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

// Both directions, so that a missing and a left-over Russian key both fail `tsc`.
const catalogues = { en: en satisfies Shape<typeof ru>, ru: ru satisfies Shape<typeof en> };

type Tree = { readonly [key: string]: string | Tree };

// In the built app messages travel to the browser already parsed, so a page carries a 1 kB formatter instead of the ICU
// parser: next.config.ts swaps `use-intl/format-message` for the formatter that expects this form and says `raw: false`.
// Where nothing is bundled (worker, tests) the parsing formatter is the one that runs, and it wants the sentences.
function precompile(messages: Tree): Tree {
  const compiled = Object.entries(messages).map(([key, message]) => [
    key,
    // Through JSON, because a compiled plural is an object without a prototype, which React refuses to send.
    typeof message === "string" ? JSON.parse(JSON.stringify(compile(message))) : precompile(message),
  ]);
  return Object.fromEntries(compiled);
}

const ready = new Map<Locale, Messages>();

/** All messages of a language in the form that the running formatter reads; made once per process. */
export function messagesFor(locale: Locale): Messages {
  const known = ready.get(locale);
  if (known) return known;
  const messages = (formatMessage.raw ? catalogues[locale] : precompile(catalogues[locale])) as Messages;
  ready.set(locale, messages);
  return messages;
}

/** `t` outside of React and outside of a request: mails, jobs, exports, each in its reader's language. */
export function translator<const N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace, timeZone: "UTC" });
}

/** The sentences as they were written: for tests that read every message. */
export function sourceMessages(locale: Locale): Tree {
  return catalogues[locale];
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
