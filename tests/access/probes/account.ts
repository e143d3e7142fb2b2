import { roles } from "@/lib/domain/roles";
import {
  changePassword,
  revokeSession,
  saveLocale,
  saveProfile,
  signOut,
  signOutEverywhere,
  switchCompany,
} from "@/lib/features/account/actions";
import { loadAccount } from "@/lib/features/account/queries";
import { probe } from "./probe";

const everyone = Object.fromEntries(roles.map((role) => [role, "invalid"] as const));

export default [
  probe.query(loadAccount, { args: () => [] }),
  probe.action(saveProfile, {
    input: () => ({ version: 1, name: "My other name", phone: "", jobTitle: "", zone: "Asia/Omsk" }),
  }),
  // Nobody in this world has a password, so the current one is always wrong; tests/features/account.test.ts gives some.
  probe.account(changePassword, {
    input: () => ({ current: "whatever it was", password: "a longer new one" }),
    refuses: everyone,
    leaves: ["identity.throttle"],
  }),
  probe.form(saveLocale, { input: () => ({ locale: "ru" }) }),
  probe.account(switchCompany, { input: (ids) => ({ company: ids.company }) }),
  probe.account(revokeSession, { input: (ids) => ({ id: ids.session }) }),
  probe.account(signOutEverywhere, { input: () => ({}) }),
  probe.form(signOut, { input: () => ({}) }),
];
