import type { Random } from "../random";
import type { Case, Scene } from "./casebook";
import type { ClientPartner, Partner, PartnerPerson } from "./rows";

export type Partners = { partner: Partner[]; partner_person: PartnerPerson[]; client_partner: ClientPartner[] };

/** The company's partners with their people, and who works for which of the larger clients. */
export function partnersOf(cases: readonly Case[], { words }: Scene, random: Random): Partners {
  const partner = words.partners.map(([name, kind, city, note]) => ({ id: random.uuid(), name, kind, city, note }));
  let ordinal = -1;
  const partner_person = words.partners.flatMap(([, , , , people], index) =>
    people.map(([name, job_title]): PartnerPerson => {
      ordinal += 1;
      const phone = words.partnerPhone(ordinal);
      return {
        id: random.uuid(),
        partner_id: partner[index]?.id ?? "",
        name,
        job_title,
        phone,
        email: words.partnerMail(ordinal),
      };
    }),
  );
  const client_partner = cases.flatMap(({ client }) => {
    if (client.kind === "person" || !random.chance({ A: 0.7, B: 0.3, C: 0.05 }[client.tier ?? "C"])) return [];
    const chosen = random.shuffle(partner).slice(0, random.int(1, client.tier === "A" ? 3 : 1));
    return chosen.map(({ id, kind }): ClientPartner => {
      const people = partner_person.filter(({ partner_id }) => partner_id === id);
      return {
        id: random.uuid(),
        client_id: client.id,
        partner_id: id,
        role: kind,
        person_id: people.length > 0 && random.chance(0.8) ? random.pick(people).id : null,
        note: random.chance(0.5) ? random.pick(words.partnerNotes) : null,
      };
    });
  });
  return { partner, partner_person, client_partner };
}
