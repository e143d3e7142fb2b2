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
import { PASSWORD } from "../world/people";
import { probe } from "./probe";

export default [
  probe.query(loadAccount, { args: () => [] }),
  probe.action(saveProfile, {
    input: () => ({ version: 1, name: "My other name", phone: "", jobTitle: "", zone: "Asia/Omsk" }),
  }),
  probe.account(changePassword, { input: () => ({ current: PASSWORD, password: "a longer new one" }) }),
  probe.form(saveLocale, { input: () => ({ locale: "ru" }) }),
  probe.account(switchCompany, { input: (ids) => ({ company: ids.company }) }),
  probe.account(revokeSession, { input: (ids) => ({ id: ids.session }) }),
  probe.account(signOutEverywhere, { input: () => ({}) }),
  probe.form(signOut, { input: () => ({}) }),
];
