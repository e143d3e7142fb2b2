import { acceptInvitation, finishReset, requestReset, startCompany } from "@/lib/features/sign-up/actions";
import { landOnInvitation, landOnReset } from "@/lib/features/sign-up/landings";
import { loadFirstRun, loadInvitation, loadReset, loadSignIn } from "@/lib/features/sign-up/queries";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const invited = (ids: Ids) => ({ "grange-link-invite": ids.inviteToken });
const forgetful = (ids: Ids) => ({ "grange-link-reset": ids.resetToken });

export default [
  probe.publicQuery(loadSignIn, { args: () => [] }),
  probe.publicQuery(loadFirstRun, { args: () => ["en"] }),
  probe.publicQuery(loadInvitation, { args: () => [], cookies: invited }),
  probe.publicQuery(loadReset, { args: () => [], cookies: forgetful }),
  probe.route(landOnInvitation, {
    url: (ids) => `/invite/${ids.inviteToken}`,
    params: (ids) => ({ token: ids.inviteToken }),
  }),
  probe.route(landOnReset, {
    url: (ids) => `/reset/${ids.resetToken}`,
    params: (ids) => ({ token: ids.resetToken }),
  }),
  probe.form(startCompany, {
    input: () => ({
      code: "ABCD-EFGH-JKLM-NPQR",
      company: "Second",
      locale: "en",
      zone: "UTC",
      currency: "USD",
      name: "Someone",
      email: "someone@example.test",
      password: "a long new password",
    }),
    refuses: { anyone: "first-run-done" },
  }),
  probe.form(acceptInvitation, {
    input: () => ({ name: "Newcomer", password: "a long new password" }),
    cookies: invited,
  }),
  probe.form(requestReset, { input: () => ({ email: "nobody@example.test" }) }),
  probe.form(finishReset, { input: () => ({ password: "a long new password" }), cookies: forgetful }),
];
