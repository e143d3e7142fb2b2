import { POST as audit } from "@/app/api/exports/audit/route";
import { POST as book } from "@/app/api/exports/book/route";
import { POST as cadences } from "@/app/api/exports/cadences/route";
import { POST as calendar } from "@/app/api/exports/calendar/route";
import { POST as clientAddresses } from "@/app/api/exports/client-addresses/route";
import { POST as clientNeeds } from "@/app/api/exports/client-needs/route";
import { POST as clientNumbers } from "@/app/api/exports/client-numbers/route";
import { POST as clientPartners } from "@/app/api/exports/client-partners/route";
import { POST as clientProfile } from "@/app/api/exports/client-profile/route";
import { POST as clientPromises } from "@/app/api/exports/client-promises/route";
import { POST as clientTeam } from "@/app/api/exports/client-team/route";
import { POST as clientTimeline } from "@/app/api/exports/client-timeline/route";
import { POST as contacts } from "@/app/api/exports/contacts/route";
import { POST as data } from "@/app/api/exports/data/route";
import { POST as dictionaries } from "@/app/api/exports/dictionaries/route";
import { POST as held } from "@/app/api/exports/held/route";
import { POST as holders } from "@/app/api/exports/holders/route";
import { POST as imports } from "@/app/api/exports/imports/route";
import { POST as invitations } from "@/app/api/exports/invitations/route";
import { POST as measures } from "@/app/api/exports/measures/route";
import { POST as numberKinds } from "@/app/api/exports/number-kinds/route";
import { POST as outbox } from "@/app/api/exports/outbox/route";
import { POST as people } from "@/app/api/exports/people/route";
import { POST as questions } from "@/app/api/exports/questions/route";
import { POST as recentOrders } from "@/app/api/exports/recent-orders/route";
import { POST as upcoming } from "@/app/api/exports/upcoming/route";
import { kindNames } from "@/lib/domain/import/kind-names";
import { probe } from "./probe";

export default [
  probe.exported(book, {
    query: (ids) => ({ q: ids.word, tag: ids.tag, region: ids.region, industry: ids.industry, group: "none" }),
  }),
  probe.exported(contacts, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(held, { query: (ids) => ({ holder: ids.member, q: ids.word }) }),
  probe.exported(holders, { query: () => ({}) }),
  probe.exported(people, { query: (ids) => ({ team: ids.team, person: ids.member }) }),
  probe.exported(outbox, { query: (ids) => ({ mail: ids.mail }) }),
  probe.exported(audit, { query: (ids) => ({ member: ids.member, client: ids.client }) }),
  probe.exported(dictionaries, { query: () => ({ of: "region" }) }),
  ...[imports, invitations, numberKinds, questions, cadences, measures, recentOrders, upcoming].map((list) =>
    probe.exported(list, { query: () => ({}) }),
  ),
  ...[
    ...[clientAddresses, clientNeeds, clientNumbers, clientPartners],
    ...[clientProfile, clientPromises, clientTeam, clientTimeline],
  ].map((list) => probe.exported(list, { query: (ids) => ({ client: ids.client }) })),
  probe.exported(calendar, { query: () => ({ year: "2026" }) }),
  ...kindNames.map((kind) => probe.exported(data, { query: () => ({ kind }) })),
];
