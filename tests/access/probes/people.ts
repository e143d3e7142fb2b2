import { inviteMember, resendInvitation, revokeInvitation, savePerson } from "@/lib/features/people/actions";
import { loadPeople } from "@/lib/features/people/queries";
import { peopleFilter } from "@/lib/features/people/schema";
import { probe } from "./probe";

export default [
  probe.query(loadPeople, { args: (ids) => [peopleFilter.parse({ person: ids.member, team: ids.team })] }),
  probe.action(savePerson, {
    input: (ids) => ({
      id: ids.member,
      version: 1,
      name: "Another name",
      jobTitle: "",
      phone: "+7 999 000-00-00",
      roles: ["lead", "kam"],
      zone: "Asia/Omsk",
    }),
  }),
  probe.action(inviteMember, {
    input: (ids) => ({
      email: "new@example.test",
      name: "New",
      jobTitle: "",
      roles: ["kam"],
      team: ids.team,
      locale: "ru",
    }),
  }),
  probe.action(resendInvitation, { input: (ids) => ({ id: ids.invitation }) }),
  probe.action(revokeInvitation, { input: (ids) => ({ id: ids.invitation }) }),
];
